import { type Metric, metrics, type primaryMetric } from "./metric";

/** A value for each metric, null where there are too few classes for it; the primary metric always has one. */
export type ByMetric<Value> = Record<Metric, Value | null> & Record<typeof primaryMetric, Value>;

/** A value made for every metric. */
export function forMetrics<Value>(of: (metric: Metric) => Value): Record<Metric, Value> {
  return Object.fromEntries(metrics.map((metric) => [metric, of(metric)])) as Record<Metric, Value>;
}

/** The values of the metrics alone, each turned into another; null stays null. */
export function mapByMetric<Value, Other>(
  values: ByMetric<Value>,
  turn: (value: Value) => Other,
): ByMetric<Other> {
  const turned = forMetrics((metric) => {
    const value: Value | null = values[metric];
    return value === null ? null : turn(value);
  });
  return turned as ByMetric<Other>;
}

/** The counts of right images alone, without whatever else a tally or an evaluation holds. */
export function countsOf(counts: ByMetric<number>): ByMetric<number> {
  return mapByMetric(counts, (correct) => correct);
}

/** The metrics that were counted, each with its right images. */
export function countedMetrics(counts: ByMetric<number>): { metric: Metric; correct: number }[] {
  return metrics.flatMap((metric) => {
    const correct: number | null = counts[metric];
    return correct === null ? [] : [{ metric, correct }];
  });
}
