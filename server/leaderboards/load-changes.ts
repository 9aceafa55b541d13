import { and, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "../../db/client";
import { referenceModels, referenceResults } from "../../db/schema";
import { forMetrics } from "../evaluation/by-metric";
import { averageChange } from "../statistics/images/average-change";
import { noiseOfCounts } from "../statistics/images/noise-of-counts";
import { meanChange } from "../statistics/mean-change";
import type { PlacedSet } from "./load-table-sets";
import type { Change } from "./schemas/figure-schema";

/**
 * The average change from the original to each other test set over the reference models of the fit with results on both, with the
 * interval that counts alone give.
 */
export async function loadChanges(
  db: Database,
  { original, others }: { original: PlacedSet | null; others: readonly PlacedSet[] },
): Promise<Change[]> {
  if (!original) return [];
  const first = alias(referenceResults, "first");
  const second = alias(referenceResults, "second");
  const pairs = await db
    .select({
      testSetId: second.testSetId,
      metric: second.metric,
      original: first.accuracy,
      originalImages: first.total,
      new: second.accuracy,
      newImages: second.total,
    })
    .from(second)
    .innerJoin(
      first,
      and(eq(first.referenceModelId, second.referenceModelId), eq(first.metric, second.metric)),
    )
    .innerJoin(referenceModels, eq(referenceModels.id, second.referenceModelId))
    .where(and(eq(first.testSetId, original.id), isNull(referenceModels.notInFit)));
  return others.map(({ id, name }) => {
    const changes = forMetrics((metric) =>
      changeOver(pairs.filter((pair) => pair.testSetId === id && pair.metric === metric)),
    );
    return { testSet: name, ...changes };
  });
}

interface Pair {
  original: number;
  originalImages: number | null;
  new: number;
  newImages: number | null;
}

function changeOver(pairs: readonly Pair[]): Change["top1"] {
  const mean = meanChange(pairs);
  if (mean === null) return null;
  const noise = (side: "original" | "new") =>
    noiseOfCounts(
      Float64Array.from(pairs, (pair) => pair[side]),
      Float64Array.from(pairs, (pair) => pair[`${side}Images`] ?? Number.NaN),
    );
  const isCounted = pairs.every((pair) => pair.originalImages !== null && pair.newImages !== null);
  const found = isCounted ? averageChange(noise("original"), noise("new")) : null;
  return { models: pairs.length, mean, interval: found?.interval ?? null };
}
