import { and, eq, isNull } from "drizzle-orm";
import { repeatRequests, submissions } from "../../../db/schema";
import type { Context } from "../../context";
import { hiddenAllowance } from "../../evaluation/hidden-allowance";
import { evaluatedVersions } from "../../test-sets/evaluated-versions";
import type { HiddenClaim } from "./claim-hidden";
import { evaluationPlan } from "./evaluation-plan";
import { originalPace } from "./original-pace";

/**
 * What the repeat of a hidden evaluation needs: the versions of then, and an allowance as then, whose windows begin now. Nothing is
 * written, so that nobody sees a claim.
 * @returns null where none is asked for any more
 */
export async function claimRepeat({
  ctx,
  input,
}: {
  ctx: Context;
  input: { submissionId: string };
}): Promise<HiddenClaim | null> {
  const [asked] = await ctx.db
    .select({ submission: submissions })
    .from(repeatRequests)
    .innerJoin(submissions, eq(submissions.id, repeatRequests.submissionId))
    .where(and(eq(repeatRequests.submissionId, input.submissionId), isNull(repeatRequests.endedAt)));
  if (!asked) return null;
  const { submission } = asked;
  const plan = await evaluationPlan(ctx, submission, "hidden");
  const versions = await evaluatedVersions(ctx.db, submission.id);
  const pace = await originalPace(ctx.db, submission.id);
  const images = versions.reduce((sum, { version }) => sum + version.images + version.auditImages, 0);
  return {
    ...plan,
    versions,
    claimedAt: ctx.now(),
    alone: pace.alone,
    allowance: hiddenAllowance(pace, images),
    readyAt: null,
  };
}
