import { and, eq, inArray, isNull } from "drizzle-orm";
import { submissions } from "../../../db/schema";
import type { Context } from "../../context";
import { queueOriginal } from "../queue-original";
import { originalBudget } from "../quota/original-budget";
import { originalRuns } from "../quota/original-runs";
import { type EvaluationPlan, evaluationPlan } from "./evaluation-plan";

export interface OriginalPlan extends EvaluationPlan {
  /** It is tried on some images before the whole part: not what was judged before, nor what its team insists on. */
  triesFirst: boolean;
  /** Processor time that an earlier trial took, ms. */
  earlierCpuMs: number;
}

/**
 * Claims a submission for its evaluation on original test sets; if claimed again after a worker was lost, it starts over.
 * One whose team has had its processor time of the day stays queued until it has some again.
 * @returns null if there is nothing to do now (withdrawn, ended, already past its original part, or put off)
 */
export async function claimOriginal({
  ctx,
  input,
}: {
  ctx: Context;
  input: { submissionId: string };
}): Promise<OriginalPlan | null> {
  const now = ctx.now();
  if (await isPutOff(ctx, input.submissionId)) return null;
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
  const triesFirst = claimed.kind === "entry" && !claimed.reJudgesId && !claimed.asDeclared;
  return { ...plan, triesFirst, earlierCpuMs: claimed.originalCpuMs ?? 0 };
}

async function isPutOff(ctx: Context, submissionId: string): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const [submission] = await tx.select().from(submissions).where(eq(submissions.id, submissionId));
    if (submission?.state !== "queued" || submission.kind === "reference" || submission.reJudgesId)
      return false;
    const runs = await originalRuns(tx, { ...submission, now: ctx.now() });
    const others = runs.filter(({ id }) => id !== submissionId);
    const startAfter = originalBudget({ runs: others, most: Number.POSITIVE_INFINITY, now: ctx.now() });
    if (!startAfter) return false;
    await queueOriginal({ ctx, tx, submission, startAfter });
    return true;
  });
}
