import { openDatabase } from "../../db/client";
import type { Context } from "../context";
import { env } from "../env";
import { openJobQueue } from "../queue/job-queue";
import type { Io } from "./io";
import { withDatabase } from "./with-database";

/**
 * For commands of whoever runs the site: a context with the owner's rights on the named or embedded database, closed at the end.
 * The owner's password is what lets them in; there is no viewer.
 */
export async function operatorContext<Result>(
  io: Pick<Io, "stderr">,
  use: (ctx: Context) => Promise<Result>,
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
      return await use({ db: database.db, queue, now: () => new Date(), dataDir: env().dataDir });
    } finally {
      await queue.stop();
      await database.end();
    }
  });
}
