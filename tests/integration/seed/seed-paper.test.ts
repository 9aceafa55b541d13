import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { equationText } from "@/app/_components/figure/describe-line";
import { auditLines, benchmarks, referenceModels } from "@/db/schema";
import { benchmarkBySlug } from "@/server/benchmarks/benchmark-by-slug";
import { refreshFits } from "@/server/leaderboards/fit/refresh-fits";
import { getFigure } from "@/server/leaderboards/get-figure";
import { getLeaderboard } from "@/server/leaderboards/get-leaderboard";
import { compareLine } from "@/server/paper/compare-lines";
import { tableOne } from "@/server/paper/printed/table-one";
import { importReferences } from "@/server/references/import-references";
import { seedPaper } from "@/server/seed/seed-paper";
import type { Site } from "../../factories/make-site";
import { siteTest as test } from "../../fixtures/site-test";
import { query } from "../leaderboards/query";

async function board(site: Site, slug: string) {
  const { fit, changes } = await getFigure({ ctx: site.web, input: query(slug) });
  return { models: fit.models, line: equationText(fit), changes };
}

const linesOf = async (site: Site) => (await site.owner.db.select().from(auditLines)).length;

/** A board as earlier seeds left it: the models of table 1 alone. */
async function leaveTableOne(site: Site, slug: "cifar-10" | "imagenet") {
  const printed = tableOne[slug].map(({ model }) => model);
  const [benchmark] = await site.owner.db.select().from(benchmarks).where(eq(benchmarks.slug, slug));
  const stored = await site.owner.db
    .select()
    .from(referenceModels)
    .where(eq(referenceModels.benchmarkId, benchmark!.id));
  for (const { id, name } of stored) {
    if (!printed.includes(name))
      await site.owner.db.delete(referenceModels).where(eq(referenceModels.id, id));
  }
}

test("the first start shows the paper's lines through all its models with known results", async ({
  site,
}) => {
  await seedPaper(site.owner);
  const imagenet = await board(site, "imagenet");
  expect(imagenet).toMatchObject({ models: 64, line: "new = 1.11 × original − 20.3" });
  expect(await board(site, "cifar-10")).toMatchObject({ models: 31, line: "new = 1.63 × original − 66.9" });
  expect(
    imagenet.changes.map(({ testSet, top1 }) => [testSet, top1!.models, top1!.interval !== null]),
  ).toEqual([
    ["MatchedFrequency", 64, true],
    ["Threshold0.7", 64, true],
    ["TopImages", 64, true],
  ]);
  const { rows, total } = await getLeaderboard({ ctx: site.web, input: query("imagenet") });
  expect(total).toBe(66);
  expect(rows.filter(({ notInFit }) => notInFit?.startsWith("Fisher vectors"))).toHaveLength(2);
  expect(rows.every(({ source, url, year }) => source?.includes("Recht") && url && year === 2019)).toBe(true);
});

test("the board's line and interval are those set beside the paper's", async ({ site }) => {
  await seedPaper(site.owner);
  const benchmark = await benchmarkBySlug(site.owner.db, "cifar-10");
  await refreshFits({ ctx: site.worker, input: { benchmarkId: benchmark.id } });
  const { fit } = await getFigure({ ctx: site.web, input: query("cifar-10") });
  const { slope, slopeLower, slopeUpper, interceptLower, interceptUpper } = compareLine("cifar-10").cells;
  const { slopeInterval, interceptInterval } = fit;
  expect([fit.slope!, slopeInterval!.lower, slopeInterval!.upper].map((value) => value.toFixed(2))).toEqual(
    [slope, slopeLower, slopeUpper].map(({ here }) => here),
  );
  expect(
    [interceptInterval!.lower, interceptInterval!.upper].map((value) => (100 * value).toFixed(1)),
  ).toEqual([interceptLower, interceptUpper].map(({ here }) => here));
});

test("a later start changes nothing", async ({ site }) => {
  await seedPaper(site.owner);
  const lines = await linesOf(site);
  await seedPaper(site.owner);
  expect(await linesOf(site)).toBe(lines);
});

test("a board with the models of table 1 alone is completed, and one that was added to is left alone", async ({
  site,
}) => {
  await seedPaper(site.owner);
  await leaveTableOne(site, "cifar-10");
  await leaveTableOne(site, "imagenet");
  const own = { name: "ours", results: [{ testSet: "CIFAR-10.1", correct: 1_800, total: 2_021 }] };
  await importReferences({ ctx: site.owner, input: { benchmark: "cifar-10", models: [own] } });
  await seedPaper(site.owner);
  expect(await board(site, "imagenet")).toMatchObject({ models: 64 });
  expect(await board(site, "cifar-10")).toMatchObject({ models: 7 });
});
