import { type Metric, metrics, type primaryMetric } from "./metric";

/** A value for each metric, null if there are too few classes for it; the primary metric always has one. */
export type ByMetric<Value> = Record<Metric, Value | null> & Record<typeof primaryMetric, Value>;

/** Computes a value for every metric. */
export function forMetrics<Value>(of: (metric: Metric) => Value): Record<Metric, Value> {
  return Object.fromEntries(metrics.map((metric) => [metric, of(metric)])) as Record<Metric, Value>;
}

/** Maps the metrics' values only; null stays null. */
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

/** Only the counts of right images, without the rest of a tally or an evaluation. */
export function countsOf(counts: ByMetric<number>): ByMetric<number> {
  return mapByMetric(counts, (correct) => correct);
}

/** The metrics that were counted, each with its number of right images. */
export function countedMetrics(counts: ByMetric<number>): { metric: Metric; correct: number }[] {
  return metrics.flatMap((metric) => {
    const correct: number | null = counts[metric];
    return correct === null ? [] : [{ metric, correct }];
  });
}
