import type { Metric } from "../leaderboards/leaderboard-schema";

/** The metrics of a benchmark: top-5 says something only where there are more than five classes. */
export function metricsOf({ classes }: { classes: readonly string[] }): Metric[] {
  return classes.length > 5 ? ["top1", "top5"] : ["top1"];
}
