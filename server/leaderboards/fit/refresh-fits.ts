import { and, eq, sql } from "drizzle-orm";
import { benchmarks, fits } from "../../../db/schema";
import type { Context } from "../../context";
import type { ScaleName } from "../../statistics/scale";
import type { TrendModel } from "../../statistics/trend";
import { fitBasis, fitOptions } from "./fit-basis";
import { type FitGroup, fitGroups } from "./fit-groups";
import { type FitChild, openFitChild } from "./open-fit-child";
import { viewFit } from "./view-fit";

type Outside = Pick<Context, "db" | "now">;

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
      for (const group of await fitGroups(ctx.db, benchmark)) await refresh(ctx, child, group);
      await ctx.db.execute(sql`select pg_notify('rung_benchmark', ${benchmark.id})`);
      done = benchmark.revision;
    }
  } finally {
    child.close();
  }
}

async function refresh(ctx: Outside, child: FitChild, group: FitGroup): Promise<void> {
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
