import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { migrate } from "../migrate";
import type { RolePasswords } from "../roles";
import { startEmbeddedPostgres } from "./start-embedded-postgres";

/** The embedded database, current and with an address for every role; `stop` as in startEmbeddedPostgres. */
export async function openEmbeddedDatabase(options: Parameters<typeof startEmbeddedPostgres>[0]) {
  const server = await startEmbeddedPostgres(options);
  try {
    const rolePasswords = await keptPasswords(join(options.dataDir, "postgres", "role-passwords.json"));
    const urls = await migrate({ ownerUrl: server.ownerUrl, rolePasswords, log: options.log });
    return { ...server, ...urls };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Drawn once and kept beside the cluster, so that every process that opens the database knows the same ones. */
async function keptPasswords(path: string): Promise<RolePasswords> {
  if (!existsSync(path)) {
    const draft = `${path}.${process.pid}`;
    const drawn: RolePasswords = { worker: drawPassword(), web: drawPassword(), audit: drawPassword() };
    await writeFile(draft, JSON.stringify(drawn), { mode: 0o600 });
    // Of two at once the first one's link stands.
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
    await rm(draft);
  }
  return JSON.parse(await readFile(path, "utf8")) as RolePasswords;
}

function drawPassword(): string {
  return randomBytes(24).toString("hex");
}
