import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "../../db/client";
import { referenceResults } from "../../db/schema";
import { forMetrics } from "../evaluation/by-metric";
import { type Metric, primaryMetric } from "../evaluation/metric";
import { meanChange } from "../statistics/mean-change";
import type { PlacedSet } from "./load-table-sets";
import type { Change } from "./schemas/figure-schema";

/** The average change from the original to each other test set over the reference models with results on both. */
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
      new: second.accuracy,
    })
    .from(second)
    .innerJoin(
      first,
      and(eq(first.referenceModelId, second.referenceModelId), eq(first.metric, second.metric)),
    )
    .where(eq(first.testSetId, original.id));
  return others.map(({ id, name }) => {
    const of = (metric: Metric) => pairs.filter((pair) => pair.testSetId === id && pair.metric === metric);
    const changes = forMetrics((metric) => meanChange(of(metric)));
    return { testSet: name, ...changes, models: of(primaryMetric).length };
  });
}
