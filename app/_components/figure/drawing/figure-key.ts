import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";

/** Names what is drawn of a revision: the test set, the line (which comes before its band) and what else it is drawn with. */
export function figureKey(
  { benchmark, testSet, metric, fit }: FigureFacts,
  drawnWith: readonly (string | null)[],
): string {
  const { scale, models, slope, intercept, slopeInterval, pending } = fit;
  return JSON.stringify([
    benchmark,
    testSet,
    metric,
    scale,
    models,
    slope,
    intercept,
    slopeInterval,
    pending,
    ...drawnWith,
  ]);
}
