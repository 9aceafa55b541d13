import { expect } from "vitest";
import { openJobQueue } from "@/server/queue/job-queue";
import { sharedSiteTest as test } from "../../fixtures/shared-site-test";

test("the web can add a job of every kind", async ({ site }) => {
  const faults: Error[] = [];
  const queue = await openJobQueue({
    url: site.database.webUrl,
    supervise: false,
    onError: (fault) => void faults.push(fault),
  });
  await queue.enqueue(site.web.db, "evaluate-original", { submissionId: "an id" });
  await queue.enqueue(site.web.db, "refresh-fits", { benchmarkId: "an id" });
  await queue.enqueue(site.web.db, "refresh-fits", { benchmarkId: "an id" });
  await queue.stop(100);
  expect(faults).toEqual([]);
  expect(await site.sql`select name, count(*)::int n from pgboss.job group by 1 order by 1`).toEqual([
    { name: "evaluate-original", n: 1 },
    { name: "refresh-fits", n: 1 },
  ]);
});

test.for([
  "select output from pgboss.job",
  "select created_on from pgboss.job",
  "select started_on, completed_on from pgboss.job",
  "select heartbeat_on from pgboss.job_common",
  "update pgboss.job set state = 'completed'",
  "delete from pgboss.job",
])("the database refuses the web: %s", async (statement, { site }) => {
  await expect(site.web.db.execute(statement)).rejects.toMatchObject({ cause: { code: "42501" } });
});
