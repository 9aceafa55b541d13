import { openDatabase } from "../../db/client";
import { env } from "../env";
import { fileModelStore } from "../model-store/file-model-store";
import { openJobQueue } from "../queue/job-queue";
import { fileTestSetStore } from "../test-set-store/file-test-set-store";
import type { TestSetContext } from "../test-sets/test-set-context";
import type { Io } from "./io";
import { withDatabase } from "./with-database";

/**
 * For the operator's commands: a context with the test sets and with the owner's rights on the named or embedded database, closed
 * at the end. The owner's password is what admits them; there is no viewer.
 */
export async function operatorContext<Result>(
  io: Pick<Io, "stderr">,
  use: (ctx: TestSetContext) => Promise<Result>,
): Promise<Result> {
  return withDatabase(io, async ({ addressOf }) => {
    const url = addressOf("owner");
    const database = openDatabase(url, { max: 2 });
    const queue = await openJobQueue({
      url,
      supervise: false,
      onError: (error) => io.stderr(`${error.message}\n`),
    });
    try {
      const models = fileModelStore(env());
      const testSets = fileTestSetStore({ root: env().testSetsDir });
      return await use({ db: database.db, queue, now: () => new Date(), models, testSets });
    } finally {
      await queue.stop();
      await database.end();
    }
  });
}
