import type { referenceResults } from "../../db/schema";
import { restoreScore } from "../release/released-score";
import type { ShownScore } from "./schemas/score-schema";

/** A published result in the form shown: exact if its count is known, else as printed. */
export function publishedScore(testSet: string, result: typeof referenceResults.$inferSelect): ShownScore {
  const { metric, correct, total, accuracy, lower, upper } = result;
  const interval = lower === null || upper === null ? null : { lower, upper };
  if (correct === null || total === null || !interval) {
    return { testSet, metric, kind: "printed", correct: null, total, accuracy, interval };
  }
  return restoreScore(testSet, metric, { kind: "exact", correct, total, accuracy, ...interval });
}
