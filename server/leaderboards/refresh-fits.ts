import { setImmediate as breathe } from "node:timers/promises";
import { and, eq, sql } from "drizzle-orm";
import { benchmarks, fits } from "../../db/schema";
import { metricsOf } from "../benchmarks/metrics-of";
import type { Context } from "../context";
import { trend, type TrendModel } from "../statistics/trend";
import { fitBasis, fitModels, fitOptions } from "./fit-basis";
import { type FitView, type Metric, scaleSchema } from "./leaderboard-schema";
import { loadPoints } from "./load-points";
import { loadTableSets, type PlacedSet } from "./load-table-sets";
import { viewFit } from "./view-fit";

type Outside = Pick<Context, "db" | "now">;
type Benchmark = typeof benchmarks.$inferSelect;

/**
 * Recomputes a benchmark's stored fits (every test set, metric, scale and choice of points) where their points have changed, and
 * tells the pages through NOTIFY `rung_benchmark` with its id. Begins again when the benchmark changed meanwhile, so that of two
 * at work the last to finish leaves the current ones.
 */
export async function refreshFits({
  ctx,
  input,
}: {
  ctx: Outside;
  input: { benchmarkId: string };
}): Promise<void> {
  for (let done: number | null = null; ; ) {
    const [benchmark] = await ctx.db.select().from(benchmarks).where(eq(benchmarks.id, input.benchmarkId));
    if (!benchmark || benchmark.revision === done) break;
    await refresh(ctx, benchmark);
    done = benchmark.revision;
  }
  await ctx.db.execute(sql`select pg_notify('rung_benchmark', ${input.benchmarkId})`);
}

async function refresh(ctx: Outside, benchmark: Benchmark): Promise<void> {
  const { original, others } = await loadTableSets(ctx.db, benchmark.id);
  for (const set of others) {
    for (const metric of metricsOf(benchmark)) {
      const points = await loadPoints(ctx.db, { benchmarkId: benchmark.id, original, new: set, metric });
      const known = new Map<string, FitView>();
      for (const which of ["reference", "climbed"] as const) {
        const models = fitModels(points, which);
        for (const scale of scaleSchema.options)
          await refreshOne(ctx, { set, metric, scale, which, models, known });
      }
    }
  }
}

async function refreshOne(
  ctx: Outside,
  given: {
    set: PlacedSet;
    metric: Metric;
    scale: FitView["scale"];
    which: "reference" | "climbed";
    models: TrendModel[];
    known: Map<string, FitView>;
  },
): Promise<void> {
  const { set, metric, scale, which, models, known } = given;
  const place = { testSetId: set.id, metric, scale, points: which };
  const basis = fitBasis(models);
  const [stored] = await ctx.db
    .select({ basis: fits.basis })
    .from(fits)
    .where(
      and(eq(fits.testSetId, set.id), eq(fits.metric, metric), eq(fits.scale, scale), eq(fits.points, which)),
    );
  if (stored?.basis === basis) return;
  const key = `${basis} ${scale}`;
  const result =
    known.get(key) ?? viewFit(trend(models, { scale, ...fitOptions }), scale, fitOptions.resamples);
  known.set(key, result);
  const row = { basis, result, computedAt: ctx.now() };
  await ctx.db
    .insert(fits)
    .values({ ...place, ...row })
    .onConflictDoUpdate({ target: [fits.testSetId, fits.metric, fits.scale, fits.points], set: row });
  await breathe();
}
