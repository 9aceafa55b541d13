import { eq } from "drizzle-orm";
import { evaluations, hiddenRuns, submissions } from "../../../db/schema";
import type { Context } from "../../context";
import { type ResultTime, resultTime } from "../../evaluation/result-time";
import type { MachineShare } from "../../evaluation/result-windows";
import type { HiddenClaim } from "./claim-hidden";
import { evaluationRow, type Outcome } from "./outcome";

/** What a worker found out about a submission on the hidden test sets, and how the machine treated it. */
export interface HiddenOutcome {
  outcomes: Outcome[];
  startedAt: Date;
  machine: MachineShare;
  /** why every image counts as wrong */
  forfeited: "lost" | "time" | null;
}

/**
 * Records the exact outcome on hidden test sets, in the guarded schema only, and when it may appear: at the end of a window, reckoned
 * from the machine alone. The log and the comparison with other models take it with the decision, at that time: a job or a line
 * here would tell when the model was really done. A repeat changes no outcome.
 * @returns when to release it, or to ask a maintainer
 */
export async function recordHidden({
  ctx,
  input,
}: {
  ctx: Context;
  input: HiddenOutcome & { claim: Pick<HiddenClaim, "submissionId" | "claimedAt" | "allowance"> };
}): Promise<ResultTime> {
  const now = ctx.now();
  const { claim, outcomes, forfeited, startedAt, machine } = input;
  const { submissionId, claimedAt, allowance } = claim;
  const result = resultTime({ claimedAt, allowance, startedAt, endedAt: now, machine });
  await ctx.db.transaction(async (tx) => {
    await tx
      .select({ id: submissions.id })
      .from(submissions)
      .where(eq(submissions.id, submissionId))
      .for("update");
    const { at: readyAt, windows, windowsBeyond } = result;
    const run = { readyAt, windows, windowsBeyond, forfeited };
    await tx
      .insert(hiddenRuns)
      .values({ submissionId, ...run })
      .onConflictDoUpdate({ target: hiddenRuns.submissionId, set: run });
    if (outcomes.length === 0) return;
    await tx
      .insert(evaluations)
      .values(outcomes.map((outcome) => evaluationRow(submissionId, outcome, now)))
      .onConflictDoNothing();
  });
  return result;
}
