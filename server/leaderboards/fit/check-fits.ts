import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { benchmarks, fits, hiddenIntervals } from "../../../db/schema";
import type { ComputedFit } from "./compute-fit";
import { fitBasis } from "./fit-basis";
import { type FitGroup, fitGroups } from "./fit-groups";
import { loadOutcomes } from "./load-outcomes";
import { type FitChild, openFitChild } from "./open-fit-child";
import type { FitPlan } from "./plan-fit";

/**
 * Computes every line that pages draw anew, bootstrap included, and compares it with the stored one, and with what was told of
 * hidden images. A stored line of other points than those of now is not drawn, and not compared.
 * @returns what does not agree, in words, or null
 */
export async function checkFits(db: Database): Promise<string | null> {
  const child = openFitChild();
  try {
    for (const benchmark of await db.select().from(benchmarks)) {
      for (const group of await fitGroups(db, benchmark)) {
        const { metric, scale } = group;
        const differs = await compare(db, child, group);
        if (differs)
          return `${differs}: the ${scale} line drawn on ${benchmark.slug} for ${metric} is not the one through its points`;
      }
    }
    return null;
  } finally {
    child.close();
  }
}

async function compare(db: Database, child: FitChild, group: FitGroup): Promise<string | null> {
  const { testSetId, metric, scale, plans } = group;
  const stored = await db
    .select()
    .from(fits)
    .where(and(eq(fits.testSetId, testSetId), eq(fits.metric, metric), eq(fits.scale, scale)));
  const computed = new Map<string, ComputedFit>();
  for (const { points, basis, result } of stored) {
    const plan = plans[points];
    if (basis !== fitBasis(plan)) continue;
    const fit = computed.get(basis) ?? (await recompute(db, child, plan, scale));
    computed.set(basis, fit);
    if (!isDeepStrictEqual(result, fit.view)) return "fits.result";
    if (plan.images.known !== "outcomes" || !plan.images.hidden) continue;
    const [told] = await db
      .select()
      .from(hiddenIntervals)
      .where(
        and(
          eq(hiddenIntervals.versionId, plan.images.new),
          eq(hiddenIntervals.metric, metric),
          eq(hiddenIntervals.scale, scale),
          eq(hiddenIntervals.basis, basis),
        ),
      );
    if (!told || told.bits !== fit.bits) return "hidden_intervals.bits";
    if (!isDeepStrictEqual(told.result, fit.view)) return "hidden_intervals.result";
  }
  return null;
}

async function recompute(
  db: Database,
  child: FitChild,
  plan: FitPlan,
  scale: FitGroup["scale"],
): Promise<ComputedFit> {
  const { view, bits } = await child.fit({ plan, scale, outcomes: await loadOutcomes(db, plan) });
  // As the database has it: without what is undefined.
  return { view: JSON.parse(JSON.stringify(view)), bits };
}
