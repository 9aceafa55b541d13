import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { siteTest as test } from "../../fixtures/site-test";
import { kill, startWorker } from "./start-worker";

test.for([
  ["original", "hidden"],
  ["hidden", "original"],
] as const)(
  "a worker that is told to evaluate %s test sets leaves those of the %s kind to others",
  {
    timeout: 60_000,
  },
  async ([own, others], { site }) => {
    const submissionId = randomUUID();
    const { queue, db } = site.owner;
    await queue.enqueue(db, `evaluate-${others}`, { submissionId });
    await queue.enqueue(db, `evaluate-${own}`, { submissionId });
    const worker = await startWorker(site, { RUNG_EVALUATES: own });
    const jobs = () => site.sql`select name, state from pgboss.job order by created_on`;
    while ((await jobs())[1]!.state !== "completed") await sleep(50);
    await kill(worker);
    expect(await jobs()).toEqual([
      { name: `evaluate-${others}`, state: "created" },
      { name: `evaluate-${own}`, state: "completed" },
    ]);
  },
);
