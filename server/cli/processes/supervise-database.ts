import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import type { Environment } from "../../env";
import { RungError } from "../../errors";
import { migrateNamedDatabase, type OpenDatabase, openDatabaseAddresses } from "../database-addresses";

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;

/**
 * The database for `start`, migrated: the one that DATABASE_URL names, or the embedded one, which is restarted if it goes away, again
 * and again where it does not come back: it may lack room on its disk, or be killed once more. Throws `already_exists` if another
 * `start` is running on the same data folder.
 */
export async function superviseDatabase(
  environment: Environment,
  log: (line: string) => void,
): Promise<Pick<OpenDatabase, "addressOf" | "close">> {
  if (environment.databaseUrl !== undefined) return await migrateNamedDatabase(environment);
  const open = async () => await claimed(await openDatabaseAddresses(environment, log), environment.dataDir);
  let opening = open();
  let current = await opening;
  let closing = false;
  const reopen = async (): Promise<OpenDatabase> => {
    await current.close().catch(() => {});
    for (let delay = FIRST_DELAY_MS; ; delay = Math.min(2 * delay, LONGEST_DELAY_MS)) {
      try {
        return await open();
      } catch (error) {
        if (closing) throw error;
        log(`the database did not come back: ${inWords(error)} Trying again in ${delay / 1000} s.`);
      }
      await sleep(delay);
    }
  };
  const supervise = async () => {
    for (;;) {
      await current.lost;
      if (closing) return;
      log("the database went away; restarting it");
      opening = reopen();
      current = await opening;
    }
  };
  supervise().catch((error: unknown) => log(`the database did not come back: ${inWords(error)}`));
  return {
    addressOf: (role) => current.addressOf(role),
    async close() {
      closing = true;
      const last = await opening.catch(() => undefined);
      await last?.close();
    },
  };
}

/** Two sites on one data folder would each take the other's children for their own: a lock admits only one. */
async function claimed(database: OpenDatabase, dataDir: string): Promise<OpenDatabase> {
  if (!database.embedded) return database;
  const sql = postgres(database.addressOf("owner"), { max: 1, max_lifetime: null, onnotice: () => {} });
  const [row] = await sql<{ mine: boolean }[]>`select pg_try_advisory_lock(hashtext('rung start')) as mine`;
  const close = async () => {
    await sql.end({ timeout: 1 });
    await database.close();
  };
  if (row?.mine === true) return { ...database, close };
  await close();
  throw new RungError(
    "already_exists",
    `A site is already running on the data folder ${dataDir}.`,
    "Stop it (Ctrl-C where it runs), or set RUNG_DATA_DIR to another folder.",
  );
}

function inWords(error: unknown): string {
  const { message = String(error), hint = "" } = error as Partial<RungError>;
  return `${message} ${hint}`.trim();
}
