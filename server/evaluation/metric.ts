/**
 * The one list of metrics: an image is right if its label is among this many best classes. In the order in which they are shown.
 */
const bestClasses = { top1: 1, top5: 5 } as const;

export type Metric = keyof typeof bestClasses;

export const metrics = Object.keys(bestClasses) as [Metric, ...Metric[]];

/** The metric that decides on a hidden test set, and the default elsewhere. */
export const primaryMetric = "top1" satisfies Metric;

/** The metrics of a benchmark with this many classes: top-5 is meaningful only with more than five. */
export function metricsFor(classes: number): Metric[] {
  return metrics.filter((metric) => metric === primaryMetric || classes > bestClasses[metric]);
}

/** Whether an answer is right, by its label's rank from 0 (null: no answer). */
export function isRight(metric: Metric, rank: number | null): boolean {
  return rank !== null && rank < bestClasses[metric];
}

/** "top-1", as it is written in tables, figures and citations. */
export function metricLabel(metric: Metric): string {
  return `top-${bestClasses[metric]}`;
}
