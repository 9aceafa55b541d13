import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { benchmarks, hiddenIntervals } from "../../../db/schema";
import type { Context } from "../../context";
import type { Metric } from "../../evaluation/metric";
import type { ScaleName } from "../../statistics/scale";
import { fitBasis } from "./fit-basis";
import { loadOutcomes } from "./load-outcomes";
import type { FitChild } from "./open-fit-child";
import type { FitPlan } from "./plan-fit";

/**
 * The fit of a plan as it may be shown. One that rests on answers to hidden images is computed once and stored with the bits that
 * it tells, before anybody sees it.
 */
export async function settleFit({
  ctx,
  child,
  benchmarkId,
  metric,
  scale,
  plan,
}: {
  ctx: Pick<Context, "db" | "now">;
  child: FitChild;
  benchmarkId: string;
  metric: Metric;
  scale: ScaleName;
  plan: FitPlan;
}): Promise<Record<string, unknown>> {
  const { images } = plan;
  const compute = async () => child.fit({ plan, scale, outcomes: await loadOutcomes(ctx.db, plan) });
  if (images.known !== "outcomes" || !images.hidden) return (await compute()).view;
  const key = { versionId: images.new, metric, scale, basis: fitBasis(plan) };
  const told = () =>
    ctx.db
      .select({ result: hiddenIntervals.result })
      .from(hiddenIntervals)
      .where(
        and(
          eq(hiddenIntervals.versionId, key.versionId),
          eq(hiddenIntervals.metric, metric),
          eq(hiddenIntervals.scale, scale),
          eq(hiddenIntervals.basis, key.basis),
        ),
      );
  const [known] = await told();
  if (known) return known.result;
  const { view, bits } = await compute();
  const row = { ...key, result: view, bits, computedAt: ctx.now() };
  await ctx.db.transaction(async (tx) => {
    const added = await tx.insert(hiddenIntervals).values(row).onConflictDoNothing().returning();
    // The meter is shown as of a revision.
    if (added.length > 0) await raiseRevision(tx, benchmarkId);
  });
  return view;
}

async function raiseRevision(tx: Database, benchmarkId: string): Promise<void> {
  await tx
    .update(benchmarks)
    .set({ revision: sql`${benchmarks.revision} + 1` })
    .where(eq(benchmarks.id, benchmarkId));
}
