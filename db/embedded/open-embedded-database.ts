import { migrate } from "../migrate";
import { persistRolePasswords } from "./persist-role-passwords";
import { startEmbeddedPostgres } from "./start-embedded-postgres";

/** The embedded database, migrated and with an address for every role; `stop` as in startEmbeddedPostgres. */
export async function openEmbeddedDatabase(options: Parameters<typeof startEmbeddedPostgres>[0]) {
  const server = await startEmbeddedPostgres(options);
  try {
    const rolePasswords = await persistRolePasswords(options.dataDir);
    const urls = await migrate({ ownerUrl: server.ownerUrl, rolePasswords });
    return { ...server, ...urls };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
