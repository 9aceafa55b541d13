import { expect } from "vitest";
import { leaderboardCsv } from "@/server/api/answers/leaderboard-csv";
import { getEntry } from "@/server/leaderboards/get-entry";
import { getLeaderboard } from "@/server/leaderboards/get-leaderboard";
import { leaderboardQuerySchema } from "@/server/leaderboards/schemas/leaderboard-query";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeSubmission } from "../../factories/make-submission";
import { siteTest as test } from "../../fixtures/site-test";
import { tenClasses } from "../../fixtures/ten-classes";
import { evaluateAsTold } from "../submissions/evaluate-as-told";
import { releaseAt } from "../submissions/release-at";

test("A climb without top-5 is shown as not released in its table, and the score stays with the climb that let it out", async ({
  site,
  viewer,
}) => {
  const policy = { kind: "gated-ladder", eta: "0.02", c: 1, climbs: 9, noise: "0" } as const;
  const benchmark = await makeBenchmark(site, { classes: tenClasses, policy });
  const ids: string[] = [];
  for (const wrong of [500, 400, 300, 300]) {
    const id = await makeSubmission(site, { benchmark, viewer });
    const told = { original: { wrong: 100, top5: 10 }, hidden: { wrong, top5: 60 } };
    await releaseAt(site, await evaluateAsTold(site, id, told), { benchmark, viewer });
    ids.push(id);
  }
  const table = async (metric: "top1" | "top5") => {
    const input = leaderboardQuerySchema.parse({ slug: benchmark.slug, metric });
    const { rows } = await getLeaderboard({ ctx: site.web, input });
    return ids.map((id) => rows.find((row) => row.id === id)!);
  };
  const kindsOf = (rows: Awaited<ReturnType<typeof table>>) =>
    rows.map(({ new: score }) => [score?.kind ?? null, score?.accuracy ?? null]);
  expect(kindsOf(await table("top1"))).toEqual([
    ["released", 0.5],
    ["released", 0.6],
    ["released", 0.7],
    [null, null],
  ]);
  const top5 = await table("top5");
  expect(kindsOf(top5)).toEqual([
    ["withheld", null],
    ["released", 0.94],
    ["withheld", null],
    [null, null],
  ]);
  expect(top5[3]).toMatchObject({ held: true, rung: 0.94 });
  expect(leaderboardCsv({ rows: [top5[0]!] })).toContain("withheld");
  const entry = await getEntry({ ctx: site.web, input: { id: ids[2]! } });
  expect(entry.scores.map(({ testSet, metric, kind }) => [testSet, metric, kind])).toEqual([
    ["Original", "top1", "exact"],
    ["Original", "top5", "exact"],
    ["New", "top1", "released"],
    ["New", "top5", "withheld"],
  ]);
});
