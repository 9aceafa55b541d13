import { parseArgs } from "node:util";
import { env } from "../../env";
import { migrateNamedDatabase, openDatabaseAddresses } from "../database-addresses";
import type { Io } from "../io";

/**
 * `rung migrate`: updates the database to the current schema, creates the roles below the owner and prints the settings that name
 * them, for the processes that must not have the owner's rights.
 */
export async function migrate(argv: string[], io: Io): Promise<number> {
  parseArgs({ args: argv, options: {} });
  const environment = env();
  const log = (line: string) => io.stderr(`${line}\n`);
  const database =
    environment.databaseUrl === undefined
      ? await openDatabaseAddresses(environment, log)
      : await migrateNamedDatabase(environment);
  try {
    const settings = {
      WORKER_DATABASE_URL: database.addressOf("worker"),
      WEB_DATABASE_URL: database.addressOf("web"),
      AUDIT_DATABASE_URL: database.addressOf("audit"),
    };
    io.stdout(`${JSON.stringify(settings)}\n`);
    return 0;
  } finally {
    await database.close();
  }
}
