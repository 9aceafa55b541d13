import { and, eq, sql } from "drizzle-orm";
import { benchmarks, fits } from "../../../db/schema";
import type { Context } from "../../context";
import { type Metric, metricsFor } from "../../evaluation/metric";
import type { ScaleName } from "../../statistics/scale";
import type { TrendModel } from "../../statistics/trend";
import { loadPoints } from "../load-points";
import { loadTableSets } from "../load-table-sets";
import { scaleSchema } from "../schemas/fit-schema";
import { type LeaderboardQuery } from "../schemas/leaderboard-query";
import { fitBasis, fitModels, fitOptions } from "./fit-basis";
import { type FitChild, openFitChild } from "./open-fit-child";
import { viewFit } from "./view-fit";

type Outside = Pick<Context, "db" | "now">;
type Which = LeaderboardQuery["points"];
type Benchmark = typeof benchmarks.$inferSelect;

/**
 * Recomputes a benchmark's stored fits (every test set, metric, scale and choice of points) whose points have changed, and
 * notifies the pages through NOTIFY `rung_benchmark` with its id. Starts again if the benchmark has changed meanwhile, so that if
 * two run at once, the last to finish stores the current fits.
 */
export async function refreshFits({
  ctx,
  input,
}: {
  ctx: Outside;
  input: { benchmarkId: string };
}): Promise<void> {
  const child = openFitChild();
  try {
    for (let done: number | null = null; ; ) {
      const [benchmark] = await ctx.db.select().from(benchmarks).where(eq(benchmarks.id, input.benchmarkId));
      if (!benchmark || benchmark.revision === done) return;
      for (const group of await groupsOf(ctx, benchmark)) await refresh(ctx, child, group);
      await ctx.db.execute(sql`select pg_notify('rung_benchmark', ${benchmark.id})`);
      done = benchmark.revision;
    }
  } finally {
    child.close();
  }
}

/** The fits of one test set, metric and scale: equal points share one. */
interface Group {
  testSetId: string;
  metric: Metric;
  scale: ScaleName;
  models: Record<Which, TrendModel[]>;
}

async function groupsOf(ctx: Outside, benchmark: Benchmark): Promise<Group[]> {
  const { original, others } = await loadTableSets(ctx.db, benchmark.id);
  const groups: Group[] = [];
  for (const set of others) {
    for (const metric of metricsFor(benchmark.classes.length)) {
      const points = await loadPoints(ctx.db, { benchmarkId: benchmark.id, original, new: set, metric });
      const models = { reference: fitModels(points, "reference"), climbed: fitModels(points, "climbed") };
      for (const scale of scaleSchema.options) groups.push({ testSetId: set.id, metric, scale, models });
    }
  }
  return groups;
}

async function refresh(ctx: Outside, child: FitChild, group: Group): Promise<void> {
  const { testSetId, metric, scale, models } = group;
  const stored = await ctx.db
    .select({ which: fits.points, basis: fits.basis, result: fits.result })
    .from(fits)
    .where(and(eq(fits.testSetId, testSetId), eq(fits.metric, metric), eq(fits.scale, scale)));
  const known = new Map(stored.map(({ basis, result }) => [basis, result]));
  for (const which of ["reference", "climbed"] as const) {
    const basis = fitBasis(models[which]);
    if (stored.some((row) => row.which === which && row.basis === basis)) continue;
    const result = known.get(basis) ?? (await compute(child, models[which], scale));
    known.set(basis, result);
    const row = { basis, result, computedAt: ctx.now() };
    await ctx.db
      .insert(fits)
      .values({ testSetId, metric, scale, points: which, ...row })
      .onConflictDoUpdate({ target: [fits.testSetId, fits.metric, fits.scale, fits.points], set: row });
  }
}

async function compute(child: FitChild, models: TrendModel[], scale: ScaleName) {
  return viewFit(await child.fit(models, { scale, ...fitOptions }), scale, fitOptions.resamples);
}
