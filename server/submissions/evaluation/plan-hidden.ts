import { eq } from "drizzle-orm";
import { submissions } from "../../../db/schema";
import type { Context } from "../../context";
import { type EvaluationPlan, evaluationPlan } from "./evaluation-plan";

/**
 * What a submission's hidden evaluation will need, and whether it was claimed before. Nothing is spent, no time is fixed.
 * @returns null if there is nothing left to do
 */
export async function planHidden({
  ctx,
  input,
}: {
  ctx: Context;
  input: { submissionId: string };
}): Promise<(EvaluationPlan & { isClaimed: boolean }) | null> {
  const [submission] = await ctx.db.select().from(submissions).where(eq(submissions.id, input.submissionId));
  if (submission?.state !== "evaluating") return null;
  const plan = await evaluationPlan(ctx, submission, "hidden");
  return { ...plan, isClaimed: submission.hiddenDueAt !== null };
}
