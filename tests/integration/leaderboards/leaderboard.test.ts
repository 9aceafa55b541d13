import { eq, inArray } from "drizzle-orm";
import { expect } from "vitest";
import { submissions, testSets, testSetVersions } from "@/db/schema";
import { benchmarkChanged } from "@/server/benchmarks/benchmark-changed";
import { exportLeaderboard } from "@/server/leaderboards/export-leaderboard";
import { getBenchmark } from "@/server/leaderboards/get-benchmark";
import { getFigure } from "@/server/leaderboards/get-figure";
import { getLeaderboard } from "@/server/leaderboards/get-leaderboard";
import { listBenchmarks } from "@/server/leaderboards/list-benchmarks";
import { benchmarkViewSchema } from "@/server/leaderboards/schemas/benchmark-schema";
import { figureSchema } from "@/server/leaderboards/schemas/figure-schema";
import { leaderboardSchema } from "@/server/leaderboards/schemas/leaderboard-schema";
import { fiveReferences } from "../../fixtures/five-references";
import { scatteredModels } from "../../fixtures/scattered-models";
import { seedLeaderboard } from "../../fixtures/seed-leaderboard";
import { sharedSiteTest } from "../../fixtures/shared-site-test";
import { query } from "./query";

const test = sharedSiteTest
  .extend("table", { scope: "file" }, ({ site }) => (slug: string, more = {}) => {
    return getLeaderboard({ ctx: site.web, input: query(slug, more) });
  })
  .extend("figure", { scope: "file" }, ({ site }) => (slug: string, more = {}) => {
    return getFigure({ ctx: site.web, input: query(slug, more) });
  });

test("a benchmark shows what it holds, and answers fit their schemas", async ({ site, table, figure }) => {
  await seedLeaderboard(site.owner.db, {
    slug: "whole",
    references: fiveReferences,
    entries: [
      { name: "climbed", team: "whole-a", original: 7500, new: 6540 },
      { name: "held", team: "whole-a", original: 7600, new: null },
      { name: "struck", team: "whole-b", original: 7500, new: 7500, state: "disqualified" },
      { name: "not yet", team: "whole-c", original: 9900, new: null, state: "evaluating" },
    ],
  });
  const benchmark = await getBenchmark({ ctx: site.web, input: { slug: "whole" } });
  expect(benchmark).toMatchObject({ references: 5, entries: 2, accepting: true, metrics: ["top1", "top5"] });
  expect(benchmark.testSets).toMatchObject([
    { name: "Original", images: 10_000, evaluable: true, primary: false },
    { name: "New", images: 10_000, evaluable: true, primary: true },
  ]);
  expect(benchmark.record).toMatchObject({ name: "climbed", teamName: "Team whole-a" });
  expect(await listBenchmarks({ ctx: site.web })).toContainEqual(benchmark);
  expect(benchmarkViewSchema.parse(benchmark)).toEqual(benchmark);

  const board = await table("whole");
  expect(leaderboardSchema.parse(board)).toEqual(board);
  expect(board).toMatchObject({ testSet: "New", metric: "top1", page: 1, pages: 1, total: 8 });
  const rows = new Map(board.rows.map((row) => [row.name, row]));
  expect(rows.get("climbed")).toMatchObject({ new: { kind: "released", correct: null, accuracy: 0.65 } });
  expect(rows.get("held")).toMatchObject({ held: true, new: null, rung: 0.65, newRank: null });
  expect(rows.get("struck")).toMatchObject({ disqualified: true, newRank: null, mark: null });
  expect(board.rows.at(-1)!.name).toBe("struck");
  expect(rows.has("not yet")).toBe(false);

  const drawn = await figure("whole");
  expect(figureSchema.parse(drawn)).toEqual(drawn);
  expect(drawn.points.map((point) => point.name).sort()).toEqual([
    "climbed",
    "held",
    ...fiveReferences.map((model) => model.name),
  ]);
  expect(drawn.points.find((point) => point.held)).toMatchObject({ x: 0.76, y: 0.65, yInterval: null });
  for (const { name, residual } of drawn.points) expect(residual).toBe(rows.get(name)!.residual);
  expect(drawn.meters).toMatchObject([{ pool: "New", scored: 4, climbs: 2, firstReleases: 2 }]);
  expect(drawn.changes).toMatchObject([{ testSet: "New", top1: { models: 5 }, top5: null }]);
  expect(drawn.changes[0]!.top1!.mean).toBeCloseTo(-0.1002, 12);
});

test("pages hold 100 rows, together every row once; an export holds all", async ({ site, table }) => {
  await seedLeaderboard(site.owner.db, {
    slug: "pages",
    ...scatteredModels({ references: 150, entries: 80 }),
  });
  const pages = await Promise.all([1, 2, 3].map((page) => table("pages", { page, sort: "newRank" })));
  expect(pages.map((page) => page.rows.length)).toEqual([100, 100, 30]);
  const ids = pages.flatMap((page) => page.rows.map((row) => row.id));
  expect(new Set(ids).size).toBe(230);
  expect((await table("pages", { page: 99 })).page).toBe(3);
  const whole = await exportLeaderboard({ ctx: site.web, input: query("pages", { sort: "newRank" }) });
  expect(whole.rows.map((row) => row.id)).toEqual(ids);
});

test("a table is made anew when the benchmark changes, and only then", async ({ site, table }) => {
  const { benchmarkId, submissionIds } = await seedLeaderboard(site.owner.db, {
    slug: "kept",
    references: fiveReferences,
    entries: [{ name: "one", team: "kept-a", original: 7500, new: 6500 }],
  });
  const before = await table("kept");
  await site.owner.db
    .update(submissions)
    .set({ state: "disqualified" })
    .where(eq(submissions.id, submissionIds[0]!));
  expect(await table("kept")).toEqual(before);
  await benchmarkChanged({ ctx: site.owner, tx: site.owner.db, benchmarkId });
  expect((await table("kept")).rows.at(-1)).toMatchObject({ name: "one", disqualified: true });
});

test("a retired hidden test set keeps its scores, a corrected version starts without", async ({
  site,
  table,
}) => {
  const { benchmarkId, versions } = await seedLeaderboard(site.owner.db, {
    slug: "retired",
    entries: [{ name: "one", team: "retired-a", original: 7500, new: 6500 }],
  });
  const retire = (id: string) =>
    site.owner.db
      .update(testSetVersions)
      .set({ state: "retired" })
      .where(eq(testSetVersions.id, id))
      .returning();
  const [old] = await retire(versions.fresh);
  await benchmarkChanged({ ctx: site.owner, tx: site.owner.db, benchmarkId });
  expect((await table("retired")).rows[0]!.new).toMatchObject({ accuracy: 0.65 });
  const corrected = { testSetId: old!.testSetId, number: 2, digest: "2", storeKey: "2", images: 10_000 };
  await site.owner.db.insert(testSetVersions).values(corrected);
  await benchmarkChanged({ ctx: site.owner, tx: site.owner.db, benchmarkId });
  expect((await table("retired")).rows[0]!.new).toBeNull();
});

test("a benchmark without results, or without test sets, has an empty table", async ({
  site,
  table,
  figure,
}) => {
  const { benchmarkId } = await seedLeaderboard(site.owner.db, { slug: "empty" });
  expect(await figure("empty")).toMatchObject({
    points: [],
    fit: { reason: "too_few_models", pending: false },
  });
  const ours = site.owner.db
    .select({ id: testSets.id })
    .from(testSets)
    .where(eq(testSets.benchmarkId, benchmarkId));
  await site.owner.db.delete(testSetVersions).where(inArray(testSetVersions.testSetId, ours));
  await site.owner.db.delete(testSets).where(eq(testSets.benchmarkId, benchmarkId));
  await benchmarkChanged({ ctx: site.owner, tx: site.owner.db, benchmarkId });
  expect(await table("empty")).toMatchObject({ testSet: null, total: 0, pages: 1, rows: [] });
});

test("an unknown benchmark and an unknown test set are not found, and those there are are named", async ({
  table,
}) => {
  await expect(table("nowhere")).rejects.toMatchObject({ code: "not_found" });
  await expect(table("whole", { testSet: "Newer" })).rejects.toMatchObject({
    code: "not_found",
    hint: "It has: New.",
  });
});
