import type { referenceResults } from "../../db/schema";
import { restoreScore } from "../release/released-score";
import type { ShownScore } from "./schemas/score-schema";

/** A published result as it may be shown: exact where its count is known, else released where it was evaluated here, else as printed. */
export function publishedScore(
  testSet: string,
  { result, evaluatedHere }: { result: typeof referenceResults.$inferSelect; evaluatedHere: boolean },
): ShownScore {
  const { metric, correct, total, accuracy, lower, upper } = result;
  const interval = lower === null || upper === null ? null : { lower, upper };
  if (evaluatedHere && correct === null && total !== null && interval) {
    return restoreScore(testSet, metric, { kind: "released", correct, total, accuracy, ...interval });
  }
  if (correct === null || total === null || !interval) {
    return { testSet, metric, kind: "printed", correct: null, total, accuracy, interval };
  }
  return restoreScore(testSet, metric, { kind: "exact", correct, total, accuracy, ...interval });
}
