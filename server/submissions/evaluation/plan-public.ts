import { and, eq, inArray } from "drizzle-orm";
import { evaluations, submissions } from "../../../db/schema";
import type { Context } from "../../context";
import { statesScoredExactly } from "../../test-sets/states-scored-exactly";
import { type EvaluationPlan, evaluationPlan } from "./evaluation-plan";
import { originalPace } from "./original-pace";

/**
 * What a submission that was scored on the original test set still lacks on public new ones: those that came after it.
 * @returns null where it lacks nothing, or is past being scored
 */
export async function planPublic({
  ctx,
  input,
}: {
  ctx: Context;
  input: { submissionId: string };
}): Promise<(EvaluationPlan & { alone: boolean }) | null> {
  const [submission] = await ctx.db
    .select()
    .from(submissions)
    .where(and(eq(submissions.id, input.submissionId), inArray(submissions.state, [...statesScoredExactly])));
  if (!submission) return null;
  const plan = await evaluationPlan(ctx, submission, "original");
  const rows = await ctx.db
    .select({ versionId: evaluations.versionId })
    .from(evaluations)
    .where(eq(evaluations.submissionId, submission.id));
  const known = new Set(rows.map(({ versionId }) => versionId));
  const versions = plan.versions.filter(
    ({ version, testSet }) => testSet.role === "public" && !known.has(version.id),
  );
  const pace = await originalPace(ctx.db, submission.id);
  if (versions.length === 0 || pace.images === 0) return null;
  return { ...plan, versions, alone: pace.alone };
}
