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
};

/** Submissions as CSV (RFC 4180), a row a score as its team sees it, and a row where there is none yet; fractions and counts. */
export function submissionsCsv(submissions: readonly SubmissionView[]): string {
  const rows = submissions.flatMap((submission): Row[] =>
    (submission.scores.length > 0 ? submission.scores : [undefined]).map((score) => ({ submission, score })),
  );
  return csvTable(columns, rows);
}
