import { expect } from "vitest";
import { loadRecords } from "@/server/leaderboards/load-records";
import { disqualifySubmission } from "@/server/submissions/acts/disqualify-submission";
import { makeResearcher } from "../../factories/make-researcher";
import { submissionTest as test } from "../submissions/submission-test";

test("A record is a released top-1 above all released before it; a tie is none, and one of a disqualified entry counts for nobody", async ({
  site,
  benchmark,
  viewer: low,
  maintainer,
  submit,
}) => {
  const others = [];
  for (let i = 0; i < 3; i++) others.push(await makeResearcher(site));
  const [high, tied, highest] = others;
  const ids: string[] = [];
  for (const [by, wrong] of [
    [low, 300],
    [high, 200],
    [tied, 200],
    [highest, 100],
    [low, 250],
  ] as const) {
    site.wait(1_000);
    ids.push(await submit(benchmark, wrong, by));
  }
  const records = async () =>
    (await loadRecords(site.web.db, { benchmarkId: benchmark.id })).map(({ id, testSet, accuracy }) => [
      ids.indexOf(id),
      testSet,
      accuracy,
    ]);
  expect(await records()).toEqual([
    [3, "New", 0.9],
    [1, "New", 0.8],
    [0, "New", 0.7],
  ]);
  await disqualifySubmission({ ctx: maintainer.acts, input: { id: ids[1]!, reason: "told to" } });
  expect((await records()).map(([place]) => place)).toEqual([3, 2, 0]);
  expect(await site.sql`select count(*)::int n from guarded.decisions where scope <> 'team'`).toEqual([
    { n: 0 },
  ]);
});
