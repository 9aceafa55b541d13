import type { scores } from "../../../db/schema";
import type { Metric } from "../../evaluation/metric";
import type { ReleasedScore } from "../../release/released-score";

/** The row of `scores` for something released: nothing else can be stored there. */
export function scoreRow(given: {
  submissionId: string;
  versionId: string;
  metric: Metric;
  score: ReleasedScore;
  at: Date;
}): typeof scores.$inferInsert {
  const { submissionId, versionId, metric, score, at } = given;
  if (score.kind === "withheld" || score.accuracy === null || score.interval === null) {
    throw new Error("a withheld score is not stored");
  }
  return {
    submissionId,
    versionId,
    metric,
    kind: score.kind,
    correct: score.correct,
    total: score.total,
    accuracy: score.accuracy,
    lower: score.interval.lower,
    upper: score.interval.upper,
    releasedAt: at,
  };
}
