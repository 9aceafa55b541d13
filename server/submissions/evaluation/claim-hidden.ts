import { and, eq, inArray } from "drizzle-orm";
import { evaluations, hiddenRuns, submissions } from "../../../db/schema";
import type { Context } from "../../context";
import { type HiddenAllowance, hiddenAllowance } from "../../evaluation/hidden-allowance";
import { type EvaluationPlan, evaluationPlan } from "./evaluation-plan";
import { originalPace } from "./original-pace";
import { parkSubmission } from "./park-submission";
import { suitsPools } from "./suits-pools";

/** A claimed hidden evaluation: run it within its allowance, unless `readyAt` says that it was recorded and when to release it. */
export interface HiddenClaim extends EvaluationPlan {
  claimedAt: Date;
  allowance: HiddenAllowance;
  /** one image a run, as on the original images */
  alone: boolean;
  readyAt: Date | null;
}

/** Workers that may be lost with one submission before a maintainer looks at it. */
const mostLostWorkers = 3;

/**
 * Claims the hidden part of a submission that is spent: from here on it cannot be withdrawn, and the windows at whose ends its result may appear are fixed from
 * its processor time on the original images. A claim that comes again, after a worker was lost, finds them as they are, and moves
 * nothing that anybody sees.
 * @param input `deviceClass`: on what the worker runs it; by default on whatever its pools have
 * @returns null where there is nothing left to do: it ended, or waits for a maintainer
 */
export async function claimHidden({
  ctx,
  input,
}: {
  ctx: Context;
  input: { submissionId: string; deviceClass?: string };
}): Promise<HiddenClaim | null> {
  return ctx.db.transaction(async (tx) => {
    const [submission] = await tx
      .select()
      .from(submissions)
      .where(eq(submissions.id, input.submissionId))
      .for("update");
    if (!submission || submission.state !== "evaluating" || submission.parkedAt) return null;
    if (submission.kind === "entry" && !submission.spentAt) return null;
    const plan = await evaluationPlan({ ...ctx, db: tx }, submission, "hidden");
    const hiddenImages = plan.versions.reduce(
      (total, { version }) => total + version.images + version.auditImages,
      0,
    );
    const pace = await originalPace(tx, submission.id);
    const allowance = hiddenAllowance(pace, hiddenImages);
    const now = ctx.now();
    // The windows of one that was parked begin anew.
    const claimedAt = (submission.hiddenDueAt && submission.hiddenClaimedAt) ?? now;
    const dueAt = submission.hiddenDueAt ?? new Date(claimedAt.getTime() + allowance.windowMs);
    const claim = {
      ...plan,
      claimedAt,
      alone: pace.alone,
      allowance: { ...allowance, windowMs: dueAt.getTime() - claimedAt.getTime() },
    };
    if (await isRecorded(tx, plan)) {
      const [run] = await tx.select().from(hiddenRuns).where(eq(hiddenRuns.submissionId, submission.id));
      return { ...claim, readyAt: run?.readyAt ?? dueAt };
    }
    if (input.deviceClass && !(await suitsPools(tx, submission.id, plan, input.deviceClass))) {
      await parkSubmission({ ctx: { ...ctx, db: tx }, input: { ...input, parkedFor: "device" } });
      return null;
    }
    if (await isLostTooOften(tx, submission.id)) {
      await parkSubmission({ ctx: { ...ctx, db: tx }, input: { ...input, parkedFor: "workers" } });
      return null;
    }
    // Written only once: who watches a submission is told of every write.
    if (!submission.hiddenDueAt) {
      await tx
        .update(submissions)
        .set({ hiddenClaimedAt: claimedAt, hiddenDueAt: dueAt })
        .where(eq(submissions.id, submission.id));
    }
    return { ...claim, readyAt: null };
  });
}

/** Counts the worker that takes the run up; those before it were lost. */
async function isLostTooOften(tx: Context["db"], submissionId: string): Promise<boolean> {
  const [run] = await tx.select().from(hiddenRuns).where(eq(hiddenRuns.submissionId, submissionId));
  // One that was recorded before runs again for a new version of a test set.
  const lost = run?.readyAt ? 0 : (run?.attempts ?? 0);
  const fresh = { attempts: lost + 1, readyAt: null, windows: 1, windowsBeyond: 0, forfeited: null };
  await tx
    .insert(hiddenRuns)
    .values({ submissionId, ...fresh })
    .onConflictDoUpdate({ target: hiddenRuns.submissionId, set: fresh });
  return lost >= mostLostWorkers;
}

async function isRecorded(db: Context["db"], plan: EvaluationPlan): Promise<boolean> {
  const ids = plan.versions.map(({ version }) => version.id);
  const rows = await db
    .selectDistinct({ versionId: evaluations.versionId })
    .from(evaluations)
    .where(and(eq(evaluations.submissionId, plan.submissionId), inArray(evaluations.versionId, ids)));
  return rows.length === ids.length;
}
