import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
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
  const draw = () => randomBytes(24).toString("hex");
  const drawn = { worker: draw(), web: draw(), audit: draw() };
  await writeFile(path, JSON.stringify(drawn), { mode: 0o600, flag: "wx" }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    },
  );
  return JSON.parse(await readFile(path, "utf8")) as RolePasswords;
}
