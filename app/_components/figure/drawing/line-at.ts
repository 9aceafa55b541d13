import type { FitView } from "@/server/leaderboards/schemas/fit-schema";
import { scales } from "@/server/statistics/scale";

/** The fitted line at an original accuracy, fractions; null where there is no line. */
export function lineAt({ slope, intercept, scale }: FitView, original: number): number | null {
  if (slope === null || intercept === null) return null;
  return scales[scale].back(intercept + slope * scales[scale].forward(original));
}
