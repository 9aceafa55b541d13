import type { FitView } from "@/server/leaderboards/schemas/fit-schema";
import { scales } from "@/server/statistics/scale";

/** The new accuracy that the line predicts for an original one, fractions; null where there is no line. */
export function fittedValue({ slope, intercept, scale }: FitView, original: number): number | null {
  if (slope === null || intercept === null) return null;
  return scales[scale].back(intercept + slope * scales[scale].forward(original));
}
