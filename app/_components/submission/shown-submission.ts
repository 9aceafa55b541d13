import type { SubmissionView } from "@/server/submissions/submission-schema";

type Score = SubmissionView["scores"][number];

/** A submission as it arrives in the browser, where a score's brand no longer means anything. */
export type ShownSubmission = Omit<SubmissionView, "scores" | "originalScores"> & {
  scores: ShownScore[];
  originalScores: ShownScore[];
};
type ShownScore = Pick<Score, "testSet" | "metric" | "kind" | "correct" | "total" | "accuracy" | "interval">;
