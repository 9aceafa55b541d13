import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { openJobQueue } from "@/server/queue/job-queue";
import { siteTest } from "../../fixtures/site-test";

const test = siteTest
  .extend("told", (): Error[] => [])
  .extend("queue", async ({ site, told }, { onCleanup }) => {
    const onError = (error: Error) => void told.push(error);
    const queue = await openJobQueue({ url: site.database.workerUrl, supervise: true, onError });
    onCleanup(() => queue.stop(100));
    return queue;
  });

test("a job that fails at a query leaves none of the query's values in its row or in the worker's log", async ({
  site,
  told,
  queue,
}) => {
  const { db } = site.worker;
  await queue.work("evaluate-hidden", async () => {
    await db.execute(sql`select ${"76543 correct"}::text, 'x'::text::int`);
  });
  await queue.enqueue(db, "evaluate-hidden", { submissionId: "an id" });
  let rows = "";
  for (let tries = 0; tries < 200 && !rows.includes("says why"); tries += 1) {
    await sleep(50);
    rows = JSON.stringify(await site.sql`select * from pgboss.job`);
  }
  expect(rows).toContain("the worker's log says why");
  const found = [rows, ...told.map((error) => `${error.stack} ${JSON.stringify(error)}`)].join();
  expect(found).toContain("A query failed (22P02)");
  expect(found).not.toContain("76543");
});
