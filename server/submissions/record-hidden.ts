import { eq } from "drizzle-orm";
import { evaluations, submissions } from "../../db/schema";
import type { Context } from "../context";
import { evaluationRow, type Outcome } from "./outcome";

/**
 * Records the exact outcome on hidden test sets, in the guarded schema only.
 * The log takes it with the decision, at the time fixed in advance. A repeat changes nothing.
 */
export async function recordHidden({
  ctx,
  input,
}: {
  ctx: Context;
  input: { submissionId: string; outcomes: Outcome[] };
}): Promise<void> {
  const now = ctx.now();
  await ctx.db.transaction(async (tx) => {
    await tx
      .select({ id: submissions.id })
      .from(submissions)
      .where(eq(submissions.id, input.submissionId))
      .for("update");
    if (input.outcomes.length === 0) return;
    const recorded = await tx
      .insert(evaluations)
      .values(input.outcomes.map((outcome) => evaluationRow(input.submissionId, outcome, now)))
      .onConflictDoNothing()
      .returning({ id: evaluations.id });
    if (recorded.length > 0) {
      await ctx.queue.enqueue(tx, "compare-predictions", { submissionId: input.submissionId });
    }
  });
}
