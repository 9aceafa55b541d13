import { eq } from "drizzle-orm";
import { submissions } from "../../../db/schema";
import type { Context } from "../../context";
import { type EvaluationPlan, evaluationPlan } from "./evaluation-plan";

/**
 * What a submission's hidden evaluation will need, before it is claimed: nothing is spent, no time is fixed.
 * @returns null if there is nothing left to do
 */
export async function planHidden({
  ctx,
  input,
}: {
  ctx: Context;
  input: { submissionId: string };
}): Promise<EvaluationPlan | null> {
  const [submission] = await ctx.db.select().from(submissions).where(eq(submissions.id, input.submissionId));
  if (submission?.state !== "evaluating") return null;
  return evaluationPlan(ctx, submission, "hidden");
}
