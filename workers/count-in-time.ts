import { parkingTime } from "../server/evaluation/result-time";
import type { HiddenClaim } from "../server/submissions/evaluation/claim-hidden";
import type { HiddenOutcome } from "../server/submissions/evaluation/record-hidden";
import { countHidden } from "./count-hidden";
import type { EvaluationEffects } from "./evaluation-effects";

/** The longest that a timer can wait, in ms. */
const longestMs = 2 ** 31 - 1;

/** Counts a claimed submission on its hidden test sets; no outcome where it is not done by `endsAt`, after so many windows. */
export async function countInTime(
  effects: EvaluationEffects,
  claim: HiddenClaim,
  signal: AbortSignal,
): Promise<{ outcome: HiddenOutcome | null; endsAt: Date }> {
  const { claimedAt, allowance } = claim;
  const now = effects.now();
  const endsAt = parkingTime({ claimedAt, allowance, startedAt: now });
  const end = AbortSignal.timeout(Math.min(longestMs, Math.max(0, endsAt.getTime() - now.getTime())));
  try {
    return { outcome: await countHidden(effects, claim, AbortSignal.any([signal, end])), endsAt };
  } catch (error) {
    if (error !== end.reason) throw error;
    return { outcome: null, endsAt };
  }
}
