import { eq } from "drizzle-orm";
import { evaluations, submissions } from "../../../db/schema";
import type { Context } from "../../context";
import { evaluationRow, type Outcome } from "./outcome";

/**
 * Records the exact outcome on hidden test sets, in the guarded schema only. The log and the comparison with other models follow
 * with the decision, at the time fixed in advance: a job or a line here would reveal when the model really finished. Calling it
 * again changes nothing.
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
    await tx
      .insert(evaluations)
      .values(input.outcomes.map((outcome) => evaluationRow(input.submissionId, outcome, now)))
      .onConflictDoNothing();
  });
}
