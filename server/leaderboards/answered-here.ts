import { type SQL, sql } from "drizzle-orm";
import { referenceModels, scores, submissions } from "../../db/schema";
import { type Metric, primaryMetric } from "../evaluation/metric";
import type { TableSet } from "./table-set";

/**
 * Whether a reference model was scored here on the versions that count on both sides, so that its answers to their images are known;
 * only the primary metric's are stored. Not while a reference still waits for its score: what is told of hidden images would be told
 * anew for every one that arrives.
 */
export function answeredHere({
  original,
  new: fresh,
  metric,
}: {
  original: TableSet | null;
  new: TableSet | null;
  metric: Metric;
}): SQL<boolean> {
  const [first, second] = [original?.versionId, fresh?.versionId];
  if (!first || !second || metric !== primaryMetric) return sql<boolean>`false`;
  return sql<boolean>`(select count(*) = 2 from ${scores} scored where scored.submission_id = ${referenceModels.submissionId}
      and scored.version_id in (${first}, ${second}) and scored.metric = ${metric})
    and not exists (select from ${submissions} waiting where waiting.benchmark_id = ${referenceModels.benchmarkId}
      and waiting.kind = 'reference' and waiting.state in ('queued', 'evaluating'))`;
}
