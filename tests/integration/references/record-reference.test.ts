import { expect } from "vitest";
import { getEntry } from "@/server/leaderboards/get-entry";
import { getLeaderboard } from "@/server/leaderboards/get-leaderboard";
import { leaderboardQuerySchema } from "@/server/leaderboards/schemas/leaderboard-query";
import { recordReference } from "@/server/references/record-reference";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeSubmission } from "../../factories/make-submission";
import { siteTest as test } from "../../fixtures/site-test";
import { tenClasses } from "../../fixtures/ten-classes";
import { getBenchmarkMeters } from "../audit/public-meters";
import { evaluateAsTold } from "../submissions/evaluate-as-told";
import { submitAsTold } from "../submissions/submit-as-told";

test("A reference evaluated here is exact on original images, rounded on hidden ones, and its numbers count as bits", async ({
  site,
  viewer,
}) => {
  const benchmark = await makeBenchmark(site, { classes: tenClasses });
  const id = await makeSubmission(site, { benchmark, viewer, kind: "reference" });
  await evaluateAsTold(site, id, { original: { wrong: 101, top5: 11 }, hidden: { wrong: 237, top5: 33 } });
  for (let i = 0; i < 2; i++) await recordReference({ ctx: site.worker, input: { submissionId: id } });

  const input = leaderboardQuerySchema.parse({ slug: benchmark.slug });
  const { rows } = await getLeaderboard({ ctx: site.web, input });
  const entry = await getEntry({ ctx: site.web, input: { id: rows[0]!.id } });
  // 237 of 1,000 wrong is a loss of 0.237, to the multiple 0.24 of eta; 33 is 0.033, to 0.04.
  expect(
    entry.scores.map(({ metric, kind, correct, accuracy }) => [metric, kind, correct, accuracy]),
  ).toEqual([
    ["top1", "exact", 899, 0.899],
    ["top5", "exact", 989, 0.989],
    ["top1", "released", null, 0.76],
    ["top5", "released", null, 0.96],
  ]);
  expect(rows[0]!.new).toMatchObject({ kind: "released", accuracy: 0.76 });
  const [meter] = await getBenchmarkMeters(site.web.db, benchmark.id);
  expect(meter!.bits).toBeCloseTo(2 * Math.log2(51), 9);
  const lines = await site.sql`select public from audit.lines where kind = 'evaluation'`;
  expect(JSON.stringify(lines)).not.toMatch(/763|967/);
});

test("what references let out is no attacker's: the strongest simulated attack is the same beside them", async ({
  site,
  viewer,
}) => {
  const benchmark = await makeBenchmark(site, { classes: tenClasses });
  await submitAsTold(site, { benchmark, viewer, hidden: { wrong: 300 } });
  const [before] = await getBenchmarkMeters(site.web.db, benchmark.id);
  const id = await makeSubmission(site, { benchmark, viewer, kind: "reference" });
  await evaluateAsTold(site, id, { hidden: { wrong: 237 } });
  await recordReference({ ctx: site.worker, input: { submissionId: id } });
  const [after] = await getBenchmarkMeters(site.web.db, benchmark.id);
  expect(before!.simulated).toBeGreaterThan(0);
  expect(after!.simulated).toBe(before!.simulated);
  expect(after!.bits).toBeGreaterThan(before!.bits);
});
