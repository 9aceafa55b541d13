import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";

/** Identifies a drawing within a revision: the test set, the line (which is there before its band) and what else it is drawn with. */
export function drawingCacheKey(
  { benchmark, testSet, metric, fit }: FigureFacts,
  drawnWith: readonly (string | null)[],
): string {
  const { scale, models, slope, intercept, slopeInterval, pending } = fit;
  const line = [scale, models, slope, intercept, slopeInterval, pending];
  return JSON.stringify([benchmark, testSet, metric, ...line, ...drawnWith]);
}
