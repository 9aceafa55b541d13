import { env } from "../env";
import { type OpenDatabase, openDatabaseAddresses } from "./database-addresses";
import type { Io } from "./io";

/**
 * For commands that work whether or not the site is running: opens the database, passes on its addresses (`addressOf("worker")`),
 * and closes it again, even after Ctrl-C.
 */
export async function withDatabase<Result>(
  io: Pick<Io, "stderr">,
  use: (database: Pick<OpenDatabase, "addressOf">) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabaseAddresses(env(), (line) => io.stderr(`${line}\n`));
  const interrupted = (signal: NodeJS.Signals) => {
    void database.close().finally(() => process.exit(signal === "SIGINT" ? 130 : 143));
  };
  process.on("SIGINT", interrupted);
  process.on("SIGTERM", interrupted);
  try {
    return await use(database);
  } finally {
    process.off("SIGINT", interrupted);
    process.off("SIGTERM", interrupted);
    await database.close();
  }
}
