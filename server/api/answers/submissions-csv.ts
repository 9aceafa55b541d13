import type { SubmissionView } from "../../submissions/submission-schema";
import { type Columns, csvTable } from "./csv-table";

type Row = { submission: SubmissionView; score: SubmissionView["scores"][number] | undefined };

const columns: Columns<Row> = {
  id: ({ submission }) => submission.id,
  benchmark: ({ submission }) => submission.benchmark,
  name: ({ submission }) => submission.name,
  team: ({ submission }) => submission.team,
  state: ({ submission }) => submission.state,
  decision: ({ submission }) => submission.decision,
  refusal: ({ submission }) => submission.refusal?.message,
  model_hash: ({ submission }) => submission.modelHash,
  submitted_at: ({ submission }) => submission.submittedAt,
  ended_at: ({ submission }) => submission.endedAt,
  test_set: ({ score }) => score?.testSet,
  metric: ({ score }) => score?.metric,
  kind: ({ score }) => score?.kind,
  correct: ({ score }) => score?.correct,
  total: ({ score }) => score?.total,
  accuracy: ({ score }) => score?.accuracy,
  lower: ({ score }) => score?.interval?.lower,
  upper: ({ score }) => score?.interval?.upper,
  at_least: ({ submission }) => submission.atLeast,
};

/**
 * Submissions as CSV (RFC 4180), one row per score as the team sees it, and one row for a submission without scores; fractions
 * and counts.
 */
export function submissionsCsv(submissions: readonly SubmissionView[]): string {
  const rows = submissions.flatMap((submission): Row[] =>
    (submission.scores.length > 0 ? submission.scores : [undefined]).map((score) => ({ submission, score })),
  );
  return csvTable(columns, rows);
}
