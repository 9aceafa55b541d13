import { and, eq, inArray, sql, sum } from "drizzle-orm";
import { evaluations, submissions, testSetVersions } from "../../../db/schema";
import type { Context } from "../../context";
import { type EvaluationPlan, evaluationPlan } from "./evaluation-plan";
import { hiddenSchedule } from "./hidden-schedule";

/** A claimed hidden evaluation: run it, unless it is `recorded` or `tooLate`, and release it at `dueAt`. */
export type HiddenClaim = EvaluationPlan & { dueAt: Date; recorded: boolean; tooLate: boolean };

/**
 * Claims the hidden part: from here on the submission is spent, and the time of its result is fixed from its pace on the original
 * images. A repeated claim, after a worker was lost, finds that time and moves it only if it has passed.
 * @returns null if there is nothing left to do
 */
export async function claimHidden({
  ctx,
  input,
}: {
  ctx: Context;
  input: { submissionId: string };
}): Promise<HiddenClaim | null> {
  return ctx.db.transaction(async (tx) => {
    const [submission] = await tx
      .select()
      .from(submissions)
      .where(eq(submissions.id, input.submissionId))
      .for("update");
    if (!submission || submission.state !== "evaluating") return null;
    const plan = await evaluationPlan({ ...ctx, db: tx }, submission, "hidden");
    const recorded = await isRecorded(tx, plan);
    if (recorded && submission.hiddenDueAt) {
      return { ...plan, dueAt: submission.hiddenDueAt, recorded, tooLate: false };
    }
    const now = ctx.now();
    const claimedAt = submission.hiddenClaimedAt ?? now;
    const hiddenImages = plan.versions.reduce(
      (total, { version }) => total + version.images + version.auditImages,
      0,
    );
    const pace = await originalPace(tx, submission.id);
    const schedule = { now, claimedAt, dueAt: submission.hiddenDueAt, ...pace, hiddenImages };
    const { dueAt, tooLate } = hiddenSchedule(schedule);
    // Written only when it moves: anyone watching a submission is notified of every write.
    if (dueAt.getTime() !== submission.hiddenDueAt?.getTime()) {
      await tx
        .update(submissions)
        .set({ hiddenClaimedAt: claimedAt, hiddenDueAt: dueAt })
        .where(eq(submissions.id, submission.id));
    }
    return { ...plan, dueAt, recorded, tooLate };
  });
}

async function isRecorded(db: Context["db"], plan: EvaluationPlan): Promise<boolean> {
  const ids = plan.versions.map(({ version }) => version.id);
  const rows = await db
    .selectDistinct({ versionId: evaluations.versionId })
    .from(evaluations)
    .where(and(eq(evaluations.submissionId, plan.submissionId), inArray(evaluations.versionId, ids)));
  return rows.length === ids.length;
}

/** Wall time and images of the submission's evaluation on original test sets. */
async function originalPace(db: Context["db"], submissionId: string) {
  const [row] = await db
    .select({
      originalMs: sql<number>`coalesce(sum((${evaluations.ran}->>'elapsedMs')::float8), 0)::float8`,
      originalImages: sum(evaluations.total).mapWith(Number),
    })
    .from(evaluations)
    .innerJoin(testSetVersions, eq(testSetVersions.id, evaluations.versionId))
    .where(
      and(
        eq(evaluations.submissionId, submissionId),
        eq(evaluations.part, "all"),
        sql`exists (select 1 from test_sets where test_sets.id = ${testSetVersions.testSetId} and test_sets.role = 'original')`,
      ),
    );
  return { originalMs: row?.originalMs ?? 0, originalImages: row?.originalImages ?? 0 };
}
