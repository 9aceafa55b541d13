import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";

/**
 * After the database's clock was set back, jobs of before lie in its future: they would wait until it is there again, and one whose
 * worker died would look alive for as long. They become jobs of now. One that was put off on purpose may come early, and is put off
 * again by whoever takes it.
 * @returns how many there were
 */
export async function recallFutureJobs(db: Database): Promise<number> {
  const recalled = await db.execute(sql`
    update pgboss.job set
      created_on = least(created_on, now()),
      start_after = least(start_after, now()),
      started_on = case when started_on > now() then now() else started_on end,
      heartbeat_on = case when heartbeat_on > now() then now() else heartbeat_on end
    where state in ('created', 'retry', 'active')
      and greatest(created_on, started_on, heartbeat_on) > now() + interval '1 minute'
    returning id`);
  return recalled.length;
}
