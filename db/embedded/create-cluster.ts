import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { EmbeddedPostgresError } from "./embedded-postgres-error";
import { isAlive } from "./is-alive";
import type { Binaries } from "./locate-binaries";
import { missingLibrary } from "./missing-library";
import { type Identity, spawnAs } from "./run-as";

export const SUPERUSER = "rung_owner";
export const PASSWORD_FILE = "rung-password";

/**
 * Creates the cluster beside its place and moves it there complete, password included: an interrupted start leaves no half-made
 * cluster, and of two starts at once the second finds the first one's and discards its own.
 */
export async function createCluster(cluster: string, binaries: Binaries, identity: Identity): Promise<void> {
  await removeUnfinished(cluster);
  const draft = `${cluster}.draft-${process.pid}-${randomBytes(4).toString("hex")}`;
  const password = `${draft}.password`;
  try {
    await writeFile(password, randomBytes(24).toString("hex"), { mode: 0o600, flag: "wx" });
    if (identity.uid !== undefined) await chown(password, identity.uid, identity.gid!);
    await initialise(draft, password, binaries, identity);
    await rename(password, join(draft, PASSWORD_FILE));
    await rename(draft, cluster).catch((error: unknown) => {
      if (!existsSync(cluster)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(password, { force: true });
  }
}

async function initialise(
  draft: string,
  password: string,
  binaries: Binaries,
  identity: Identity,
): Promise<void> {
  const child = spawnAs(
    identity,
    [
      binaries.initdb,
      `--pgdata=${draft}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${password}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
    ],
    { output: "pipe" },
  );
  let words = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    words += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    words += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) {
    throw new EmbeddedPostgresError(
      `The embedded PostgreSQL could not create its database folder: ${words.trim().split("\n").slice(-3).join(" ")}`,
      missingLibrary(words) ?? "Check the free space and the permissions of the data folder (RUNG_DATA_DIR).",
    );
  }
}

async function removeUnfinished(cluster: string): Promise<void> {
  const folder = dirname(cluster);
  for (const name of await readdir(folder)) {
    const maker = /\.draft-(\d+)-/.exec(name)?.[1];
    if (maker !== undefined && !isAlive(Number(maker))) {
      await rm(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
    }
  }
}
