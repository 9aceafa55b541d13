import { resultTime } from "../server/evaluation/result-time";
import type { HiddenClaim } from "../server/submissions/evaluation/claim-hidden";
import type { HiddenOutcome } from "../server/submissions/evaluation/record-hidden";
import { countInTime } from "./count-in-time";
import type { EvaluationEffects } from "./evaluation-effects";
import type { slotWatch } from "./slot-watch";

interface Repeated {
  /** null where the machine was too busy to end it */
  found: HiddenOutcome | null;
  /** from its beginning to the end of the window at which it is recorded */
  lastsMs: number;
}

/**
 * Repeats a hidden evaluation for auditors, in an order of its own, while the hidden slot has nothing to do for a team: the first that
 * comes ends it, and it begins anew when the slot is free again, so that it delays nobody. It is recorded, and its line in the
 * log written, at the end of the first window that nobody disturbed, even where the model was done before one that somebody
 * did. When teams come and how long a window is everybody knows; so the time tells neither when the model was done nor what it
 * answered.
 */
export async function repeatEvaluation(
  effects: EvaluationEffects,
  job: { submissionId: string; signal: AbortSignal },
  slot: Pick<ReturnType<typeof slotWatch>, "whenFree">,
): Promise<void> {
  const { submissionId } = job;
  let repeated: Repeated | null = null;
  for (;;) {
    const undisturbed = await slot.whenFree(job.signal);
    const claim = await effects.claimRepeat(submissionId);
    if (!claim) return;
    const signal = AbortSignal.any([job.signal, undisturbed]);
    try {
      repeated ??= await repeat(effects, claim, signal);
      const at = new Date(claim.claimedAt.getTime() + repeated.lastsMs);
      await effects.sleepUntil(at, signal);
      signal.throwIfAborted();
      return await effects.recordRepeat(submissionId, { found: repeated.found, at });
    } catch (error) {
      job.signal.throwIfAborted();
      if (error !== undisturbed.reason) throw error;
    }
  }
}

async function repeat(
  effects: EvaluationEffects,
  claim: HiddenClaim,
  signal: AbortSignal,
): Promise<Repeated> {
  const { claimedAt, allowance } = claim;
  const { outcome: found, endsAt } = await countInTime(effects, claim, signal);
  if (!found) return { found, lastsMs: endsAt.getTime() - claimedAt.getTime() };
  const { startedAt, machine } = found;
  const { at } = resultTime({ claimedAt, allowance, startedAt, endedAt: effects.now(), machine });
  return { found, lastsMs: at.getTime() - claimedAt.getTime() };
}
