import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type JobQueue, openJobQueue } from "@/server/queue/job-queue";
import { makeSite, type Site } from "../../factories/make-site";

let site: Site;
let queue: JobQueue;
const told: Error[] = [];
beforeEach(async () => {
  site = await makeSite();
  const onError = (error: Error) => void told.push(error);
  queue = await openJobQueue({ url: site.database.workerUrl, supervise: true, onError });
});
afterEach(async () => {
  await queue.stop(100);
  await site.drop();
});

test("a job that fails at a query leaves none of the query's values in its row or in the worker's log", async () => {
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
  const kept = [rows, ...told.map((error) => `${error.stack} ${JSON.stringify(error)}`)].join();
  expect(kept).toContain("A query failed (22P02)");
  expect(kept).not.toContain("76543");
});
