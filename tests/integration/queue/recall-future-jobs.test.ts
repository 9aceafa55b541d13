import { expect } from "vitest";
import { recallFutureJobs } from "@/server/queue/recall-future-jobs";
import { siteTest as test } from "../../fixtures/site-test";

test("jobs of before the database's clock was set back by a day become jobs of now, for a worker too; others stay as they are", async ({
  site,
}) => {
  const { db, queue } = site.owner;
  const later = new Date(Date.now() + 3_600_000);
  for (const submissionId of ["waits", "runs", "is put off"]) {
    const place = {
      priority: 0,
      group: submissionId,
      ...(submissionId === "is put off" && { startAfter: later }),
    };
    await queue.enqueue(db, "evaluate-original", { submissionId }, place);
  }
  const which = (name: string) => site.sql`data->>'submissionId' = ${name}`;
  await site.sql`update pgboss.job set created_on = now() + interval '1 day', start_after = now() + interval '1 day' where ${which("waits")}`;
  await site.sql`
    update pgboss.job set state = 'active', started_on = now() + interval '1 day', heartbeat_on = now() + interval '1 day'
    where ${which("runs")}`;
  expect(await recallFutureJobs(site.worker.db)).toBe(2);
  const jobs = await site.sql<{ name: string; future: boolean; started: boolean }[]>`
    select data->>'submissionId' as name, greatest(created_on, start_after, started_on, heartbeat_on) > now() as future,
      started_on is not null as started
    from pgboss.job order by 1`;
  expect(jobs).toEqual([
    { name: "is put off", future: true, started: false },
    { name: "runs", future: false, started: true },
    { name: "waits", future: false, started: false },
  ]);
  expect(await recallFutureJobs(site.worker.db)).toBe(0);
});
