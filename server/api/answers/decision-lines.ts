import type { HistoryRow, ShownDecision } from "../../audit/history/history-schema";

/** A submission beside one decision on it; null where nothing was decided yet. */
export interface DecisionLine {
  submission: HistoryRow;
  decision: ShownDecision | null;
}

/** The lines of a history: one a decision, and one for a submission without any. */
export function decisionLines(rows: readonly HistoryRow[]): DecisionLine[] {
  return rows.flatMap((submission): DecisionLine[] =>
    submission.decisions.length === 0
      ? [{ submission, decision: null }]
      : submission.decisions.map((decision) => ({ submission, decision })),
  );
}
