import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeSite, type Site } from "../../factories/make-site";
import { kill, startWorker } from "./start-worker";

let site: Site;
beforeEach(async () => {
  site = await makeSite();
});
afterEach(() => site.drop());

test.each([
  ["original", "hidden"],
  ["hidden", "original"],
])(
  "a worker that is told to evaluate %s test sets leaves those of the %s kind to others",
  {
    timeout: 60_000,
  },
  async (own, others) => {
    const submissionId = randomUUID();
    const { queue, db } = site.owner;
    await queue.enqueue(db, `evaluate-${others}` as "evaluate-hidden", { submissionId });
    await queue.enqueue(db, `evaluate-${own}` as "evaluate-hidden", { submissionId });
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
