/** The one list of metrics: an image is right when its label is among so many best classes. In the order in which they are shown. */
const bestClasses = { top1: 1, top5: 5 } as const;

export type Metric = keyof typeof bestClasses;

export const metrics = Object.keys(bestClasses) as [Metric, ...Metric[]];

/** The metric that decides on a hidden test set, and the one shown where none is asked for. */
export const primaryMetric = "top1" satisfies Metric;

/** The metrics of a benchmark with so many classes: top-5 says something only where there are more than five. */
export function metricsFor(classes: number): Metric[] {
  return metrics.filter((metric) => metric === primaryMetric || classes > bestClasses[metric]);
}

/** Whether an answer is right, by the rank of its label from 0 (null: none was given). */
export function isRight(metric: Metric, rank: number | null): boolean {
  return rank !== null && rank < bestClasses[metric];
}

/** "top-1", as it is written in tables, figures and citations. */
export function metricLabel(metric: Metric): string {
  return `top-${bestClasses[metric]}`;
}
