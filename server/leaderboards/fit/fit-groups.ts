import type { Database } from "../../../db/client";
import type { benchmarks } from "../../../db/schema";
import { type Metric, metricsFor } from "../../evaluation/metric";
import type { ScaleName } from "../../statistics/scale";
import type { TrendModel } from "../../statistics/trend";
import { loadPoints } from "../load-points";
import { loadTableSets } from "../load-table-sets";
import { scaleSchema } from "../schemas/fit-schema";
import type { LeaderboardQuery } from "../schemas/leaderboard-query";
import { fitModels } from "./fit-basis";

/** The fits of one test set, metric and scale: equal points share one. */
export interface FitGroup {
  testSetId: string;
  metric: Metric;
  scale: ScaleName;
  models: Record<LeaderboardQuery["points"], TrendModel[]>;
}

/** All fits of a benchmark, with the models of each as they are now. */
export async function fitGroups(
  db: Database,
  benchmark: typeof benchmarks.$inferSelect,
): Promise<FitGroup[]> {
  const { original, others } = await loadTableSets(db, benchmark.id);
  const groups: FitGroup[] = [];
  for (const set of others) {
    for (const metric of metricsFor(benchmark.classes.length)) {
      const points = await loadPoints(db, { benchmarkId: benchmark.id, original, new: set, metric });
      const models = { reference: fitModels(points, "reference"), climbed: fitModels(points, "climbed") };
      for (const scale of scaleSchema.options) groups.push({ testSetId: set.id, metric, scale, models });
    }
  }
  return groups;
}
