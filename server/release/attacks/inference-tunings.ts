import { climbLimit } from "../climb-limit";
import type { Attack } from "./attack";
import type { SandbagTuning } from "./sandbag";
import { sandbagTunings } from "./sandbag-tunings";

/**
 * The tunings worth trying for an attack by inference. With a limit on climbs the optimum is flat, around a fifth of the torn
 * images and a little below the rate that uses up the climbs; the choices stay near it, so that bad luck in the trials costs
 * little.
 */
export function inferenceTunings(attack: Attack): SandbagTuning[] {
  const limit = climbLimit(attack.policy);
  if (limit === Number.POSITIVE_INFINITY) return sandbagTunings(attack);
  const torn = Math.round(attack.unsure * attack.images);
  const sizes = [3, 4, 5, 6, 8].map((parts) => Math.max(1, Math.round(torn / parts)));
  const rate = Math.max(0.5, limit - 1) / attack.submissions;
  return [...new Set(sizes)].flatMap((flips) =>
    [0.5, 0.75].map((factor) => ({ flips, rate: Math.min(0.5, factor * rate) })),
  );
}
