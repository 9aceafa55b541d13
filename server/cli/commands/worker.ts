import { parseArgs } from "node:util";
import { env } from "../../env";
import { openDatabaseAddresses } from "../database-addresses";
import type { Io } from "../io";
import { makeDataFolder } from "../make-data-folder";
import { workerProgram } from "../processes/child-programs";
import { runUntilSignal } from "../processes/run-until-signal";

/** `rung worker`: runs only a worker, until SIGINT or SIGTERM. It is given the worker role's database address and no other. */
export async function worker(argv: string[], io: Io): Promise<number> {
  parseArgs({ args: argv, options: {} });
  const environment = env();
  await makeDataFolder(environment.modelsDir);
  await makeDataFolder(environment.sandboxDir, 0o700);
  await makeDataFolder(environment.testSetsDir, 0o700);
  const database = await openDatabaseAddresses(environment, (line) => io.stderr(`${line}\n`));
  try {
    return await runUntilSignal(workerProgram(environment, database.addressOf("worker")));
  } finally {
    await database.close();
  }
}
