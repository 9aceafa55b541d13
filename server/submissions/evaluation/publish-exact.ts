import type { Database } from "../../../db/client";
import { evaluations, scores } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import { countedMetrics, countsOf } from "../../evaluation/by-metric";
import { releaseExact } from "../../release/released-score";
import { evaluationRow, type Outcome } from "./outcome";
import { scoreRow } from "./score-row";

/**
 * Stores outcomes on test sets that are public themselves, shows their exact scores and logs them.
 * @param role `public` for public new sets that came after the submission's original part
 * @returns false if they were stored before, and nothing changes
 */
export async function publishExact(given: {
  tx: Database;
  submissionId: string;
  role: "original" | "public";
  outcomes: Outcome[];
  at: Date;
}): Promise<boolean> {
  const { tx, submissionId, role, outcomes, at } = given;
  const inserted = await tx
    .insert(evaluations)
    .values(outcomes.map((outcome) => evaluationRow(submissionId, outcome, at)))
    .onConflictDoNothing()
    .returning({ id: evaluations.id });
  if (inserted.length === 0) return false;
  for (const outcome of outcomes) {
    const { versionId, total } = outcome;
    for (const { metric, correct } of countedMetrics(outcome)) {
      const row = scoreRow({ submissionId, versionId, metric, score: releaseExact({ correct, total }), at });
      await tx.insert(scores).values(row).onConflictDoNothing();
    }
  }
  await appendLine(tx, {
    kind: "evaluation",
    at,
    public: {
      submission: submissionId,
      role,
      results: outcomes.map((outcome) => ({
        version: outcome.versionId,
        total: outcome.total,
        ...countsOf(outcome),
        device: outcome.ran.device,
      })),
    },
  });
  return true;
}
