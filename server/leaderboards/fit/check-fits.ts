import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { benchmarks, fits } from "../../../db/schema";
import type { TrendModel } from "../../statistics/trend";
import { fitBasis, fitOptions } from "./fit-basis";
import { type FitGroup, fitGroups } from "./fit-groups";
import { type FitChild, openFitChild } from "./open-fit-child";
import { viewFit } from "./view-fit";

/**
 * Computes every line that pages draw anew, bootstrap included, and compares it with the stored one. A stored line of other points than
 * those of now is not drawn, and not compared.
 * @returns what does not agree, in words, or null
 */
export async function checkFits(db: Database): Promise<string | null> {
  const child = openFitChild();
  try {
    for (const benchmark of await db.select().from(benchmarks)) {
      for (const group of await fitGroups(db, benchmark)) {
        if (await agree(db, child, group)) continue;
        const { metric, scale } = group;
        return `fits.result: the ${scale} line drawn on ${benchmark.slug} for ${metric} is not the one through its points`;
      }
    }
    return null;
  } finally {
    child.close();
  }
}

async function agree(db: Database, child: FitChild, group: FitGroup): Promise<boolean> {
  const { testSetId, metric, scale, models } = group;
  const stored = await db
    .select()
    .from(fits)
    .where(and(eq(fits.testSetId, testSetId), eq(fits.metric, metric), eq(fits.scale, scale)));
  const computed = new Map<string, unknown>();
  const compute = async (basis: string, through: TrendModel[]) => {
    const known = computed.get(basis);
    if (known) return known;
    const trend = await child.fit(through, { scale, ...fitOptions });
    // As the database has it: without what is undefined.
    const view: unknown = JSON.parse(JSON.stringify(viewFit(trend, scale, fitOptions.resamples)));
    computed.set(basis, view);
    return view;
  };
  for (const { points, basis, result } of stored) {
    const through = models[points];
    if (basis !== fitBasis(through)) continue;
    if (!isDeepStrictEqual(result, await compute(basis, through))) return false;
  }
  return true;
}
