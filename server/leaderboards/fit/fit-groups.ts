import type { Database } from "../../../db/client";
import type { benchmarks } from "../../../db/schema";
import { type Metric, metricsFor } from "../../evaluation/metric";
import type { ScaleName } from "../../statistics/scale";
import { loadPoints } from "../load-points";
import { loadTableSets } from "../load-table-sets";
import { scaleSchema } from "../schemas/fit-schema";
import type { LeaderboardQuery } from "../schemas/leaderboard-query";
import { type FitPlan, planFit } from "./plan-fit";

/** The fits of one test set, metric and scale: equal points share one. */
export interface FitGroup {
  benchmarkId: string;
  testSetId: string;
  metric: Metric;
  scale: ScaleName;
  plans: Record<LeaderboardQuery["points"], FitPlan>;
}

/** All fits of a benchmark, with the models of each as they are now. */
export async function fitGroups(
  db: Database,
  benchmark: typeof benchmarks.$inferSelect,
): Promise<FitGroup[]> {
  const { original, others } = await loadTableSets(db, benchmark.id);
  const judged = benchmark.judgedScale;
  const groups: FitGroup[] = [];
  for (const fresh of others) {
    for (const metric of metricsFor(benchmark.classes.length)) {
      const points = await loadPoints(db, { benchmarkId: benchmark.id, original, new: fresh, metric });
      for (const scale of scaleSchema.options) {
        const plan = (which: LeaderboardQuery["points"]) =>
          planFit({ points, which, scale, judged, original, fresh });
        const plans = { reference: plan("reference"), climbed: plan("climbed") };
        groups.push({ benchmarkId: benchmark.id, testSetId: fresh.id, metric, scale, plans });
      }
    }
  }
  return groups;
}
