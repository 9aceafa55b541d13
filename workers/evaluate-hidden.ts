import type { HiddenClaim } from "../server/submissions/evaluation/claim-hidden";
import { countInTime } from "./count-in-time";
import type { EvaluationEffects } from "./evaluation-effects";

interface Result {
  /** when to release it, or to leave it to a maintainer */
  at: Date;
  parked: boolean;
  /** what the operator is told then */
  trouble?: Record<string, unknown>;
}

/**
 * Scores a submission on the hidden test sets, quietly: no failure, no progress, and the result at the end of a window that the
 * model cannot move. The job is held until then, so that a worker has two of them at most, and whatever comes next cannot tell when
 * the model was really done.
 */
export async function evaluateHidden(
  effects: EvaluationEffects,
  job: { jobId: string; submissionId: string; signal: AbortSignal },
) {
  let claim = await claimInTurn(effects, job);
  while (claim) {
    const { submissionId, readyAt } = claim;
    const result: Result = readyAt ? { at: readyAt, parked: false } : await run(effects, claim, job.signal);
    const isReference = claim.kind === "reference";
    if (isReference && !result.parked) return effects.recordReference(submissionId);
    if (!isReference) await effects.sleepUntil(result.at, job.signal);
    if (result.trouble) effects.alarm({ submissionId, ...result.trouble }, "a hidden evaluation had trouble");
    if (result.parked) return effects.park(submissionId);
    await effects.releaseDue(claim);
    // Null once it has ended. Recorded, due and still there: it waits for an earlier one of its team, which will release it too. Not
    // due: the clock was set back, and its time comes again. Otherwise a new version of a test set was imported meanwhile: it runs
    // again.
    claim = await claimReady(effects, job.submissionId);
    if (claim?.readyAt && claim.readyAt <= effects.now()) return;
  }
}

/** What was claimed before goes on at once, a new one when the slot has a turn: then that of the team whose turn it is. */
async function claimInTurn(
  effects: EvaluationEffects,
  job: { jobId: string; submissionId: string; signal: AbortSignal },
): Promise<HiddenClaim | null> {
  const plan = await effects.planHidden(job.submissionId);
  if (!plan || plan.isClaimed) return claimReady(effects, job.submissionId);
  return effects.inTurn(job.signal, async () => claimReady(effects, await effects.chooseHidden(job)));
}

/** Pixels for a geometry that nobody used yet take long to prepare: that is done before the claim fixes the windows, not out of them. */
async function claimReady(effects: EvaluationEffects, submissionId: string): Promise<HiddenClaim | null> {
  const plan = await effects.planHidden(submissionId);
  for (const { version } of plan?.versions ?? []) {
    await effects.openVersion(version.storeKey, plan!.preprocessing);
  }
  return effects.claimHidden(submissionId);
}

/** Runs and records; parked where it is not done after so many windows, however little the model had of the processors by then. */
async function run(effects: EvaluationEffects, claim: HiddenClaim, signal: AbortSignal): Promise<Result> {
  try {
    const { outcome, endsAt } = await countInTime(effects, claim, signal);
    if (!outcome) return { at: endsAt, parked: true, trouble: { unfinished: true } };
    const { windowsBeyond, ...result } = await effects.recordHidden(claim, outcome);
    const unanswered = outcome.outcomes.reduce((sum, part) => sum + part.unanswered, 0);
    if (unanswered === 0 && windowsBeyond === 0 && !result.parked) return result;
    return { ...result, trouble: { unanswered, forfeited: outcome.forfeited, windowsBeyond } };
  } catch (error) {
    if (signal.aborted) await effects.handBack(claim.submissionId);
    throw error;
  }
}
