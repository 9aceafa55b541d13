import { and, eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { submissions } from "../../db/schema";
import { appendLine } from "../audit-log/append-line";

/**
 * Withdraws the submissions to a benchmark that wait to be spent, at no cost, in the transaction that changes its test sets: what
 * their teams know of them is of the test sets before.
 */
export async function withdrawWaiting(tx: Database, benchmarkId: string, now: Date): Promise<void> {
  const withdrawn = await tx
    .update(submissions)
    .set({ state: "withdrawn", explanation: changed, endedAt: now, goOnBy: null })
    .where(and(eq(submissions.benchmarkId, benchmarkId), eq(submissions.state, "waiting-for-you")))
    .returning({ submission: submissions.id, team: submissions.teamId });
  for (const fields of withdrawn) {
    await appendLine(tx, {
      kind: "lapse",
      at: now,
      public: { ...fields, because: "test-sets-changed" },
    });
  }
}

const changed = {
  code: "test_sets_changed",
  message: "The benchmark's test sets changed while it waited to be spent.",
  hint: "Submit it again: it is scored on those of today.",
};
