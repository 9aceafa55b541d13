import type { HistoryRow, ShownDecision } from "../../audit/history/history-schema";

/** A submission with one decision on it; null if nothing has been decided yet. */
export interface DecisionLine {
  submission: HistoryRow;
  decision: ShownDecision | null;
}

/** The lines of a history: one per decision, and one for a submission without any. */
export function decisionLines(rows: readonly HistoryRow[]): DecisionLine[] {
  return rows.flatMap((submission): DecisionLine[] =>
    submission.decisions.length === 0
      ? [{ submission, decision: null }]
      : submission.decisions.map((decision) => ({ submission, decision })),
  );
}
