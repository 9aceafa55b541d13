import { expect } from "vitest";
import { getSubmission } from "@/server/submissions/get-submission";
import { quotaOf } from "@/server/submissions/quota/quota-of";
import { as } from "../../factories/as";
import { shapesTest as test, until } from "./shapes-test";
import { kill, startWorker } from "./start-worker";

test("a worker killed in the original and in the hidden part is replaced: one release, no quota lost", {
  timeout: 240_000,
}, async ({ site, viewer, submitted: { id } }) => {
  const row = async () => (await site.sql`select * from submissions where id = ${id}`)[0]!;

  const first = await startWorker(site);
  await until(async () => (await row()).state === "evaluating");
  await kill(first);
  expect((await row()).hidden_claimed_at).toBeNull();

  const second = await startWorker(site);
  await until(async () => (await row()).hidden_claimed_at !== null);
  await kill(second);
  expect((await row()).state).toBe("evaluating");

  const third = await startWorker(site);
  await until(async () => (await row()).state === "scored");
  await kill(third);

  expect(
    await site.sql`select scope, count(*)::int n from guarded.decisions group by scope order by scope`,
  ).toEqual([{ scope: "team", n: 1 }]);
  const parts = await site.sql`select part, count(*)::int n from guarded.evaluations group by part`;
  expect(parts).toEqual([{ part: "all", n: 2 }]);
  site.clock.now = new Date();
  const view = await getSubmission({ ctx: as(site, viewer), input: { id } });
  expect(view.decision).toBe("climbed");
  const quota = await quotaOf({ ctx: as(site, viewer), input: { benchmark: "shapes" } });
  expect(quota).toMatchObject({ used: 1 });
});
