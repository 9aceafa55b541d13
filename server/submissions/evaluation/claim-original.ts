import { and, eq, inArray, isNull } from "drizzle-orm";
import { submissions } from "../../../db/schema";
import type { Context } from "../../context";
import { type EvaluationPlan, evaluationPlan } from "./evaluation-plan";

/**
 * Claims a submission for its evaluation on original test sets; if claimed again after a worker was lost, it starts over.
 * @returns null if there is nothing left to do (withdrawn, ended, or already past its original part)
 */
export async function claimOriginal({
  ctx,
  input,
}: {
  ctx: Context;
  input: { submissionId: string };
}): Promise<EvaluationPlan | null> {
  const now = ctx.now();
  const [claimed] = await ctx.db
    .update(submissions)
    .set({ state: "evaluating", claimedAt: now, originalDone: 0 })
    .where(
      and(
        eq(submissions.id, input.submissionId),
        inArray(submissions.state, ["queued", "evaluating"]),
        isNull(submissions.hiddenClaimedAt),
        isNull(submissions.spentAt),
      ),
    )
    .returning();
  if (!claimed) return null;
  const plan = await evaluationPlan(ctx, claimed, "original");
  const images = plan.versions.reduce((sum, { version }) => sum + version.images, 0);
  await ctx.db.update(submissions).set({ originalTotal: images }).where(eq(submissions.id, claimed.id));
  return plan;
}
