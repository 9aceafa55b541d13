import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { QueueName } from "./job-queue";

/**
 * Has a running job do the work of one that waits in its queue, and that one the other's: whoever is repeated after a loss does what it
 * did before.
 * @param running id of the job that runs
 * @param waiting id of the one that waits
 * @returns false, and nothing is changed, where that one does not wait any more
 */
export async function swapWaitingJob(
  db: Database,
  { queue, running, waiting }: { queue: QueueName; running: string; waiting: string },
): Promise<boolean> {
  const swapped = await db.execute(sql`
    with pair as materialized (
      select
        (select data from pgboss.job where name = ${queue} and id = ${running}::uuid) as mine,
        (select data from pgboss.job where name = ${queue} and id = ${waiting}::uuid) as theirs
    ), given as (
      update pgboss.job set data = pair.mine from pair
      where name = ${queue} and id = ${waiting}::uuid and state in ('created', 'retry')
      returning job.id
    )
    update pgboss.job set data = pair.theirs from pair
    where name = ${queue} and id = ${running}::uuid and exists (select from given)
    returning job.id`);
  return swapped.length > 0;
}
