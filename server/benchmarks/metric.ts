import { z } from "zod";
import { metric } from "../../db/schema/scores";

export const metricSchema = z.enum(metric.enumValues);
export type Metric = z.infer<typeof metricSchema>;

/** The metrics of a benchmark: top-5 says something only where there are more than five classes. */
export function metricsOf({ classes }: { classes: readonly string[] }): Metric[] {
  return classes.length > 5 ? ["top1", "top5"] : ["top1"];
}
