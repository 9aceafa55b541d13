import { climbLimit } from "../climb-limit";
import type { Attack } from "./attack";
import { gainsForRate } from "./probe-plan";
import { reserveOf } from "./reserve-of";
import type { SandbagTuning } from "./sandbag";

/**
 * The tunings worth trying for a sandbag. With a limit on climbs, a probe should climb at half, once or twice the rate that uses
 * it up; without one, at the largest rate, up to a fair bit, whose climbs the reserve can pay for.
 */
export function sandbagTunings(attack: Attack): SandbagTuning[] {
  const torn = Math.round(attack.unsure * attack.images);
  const limit = climbLimit(attack.policy);
  const sizes = [50, 100, 200, 400, 800, 1600, 3000].map((size) => Math.min(size, torn));
  return [...new Set(sizes)].flatMap((flips) =>
    limit === Number.POSITIVE_INFINITY
      ? [{ flips, rate: affordableRate(attack, flips) }]
      : [0.5, 1, 2].map((factor) => ({
          flips,
          rate: Math.min(0.5, (factor * Math.max(0.5, limit - 1)) / attack.submissions),
        })),
  );
}

function affordableRate(attack: Attack, flips: number): number {
  const reserve = reserveOf(attack);
  let [low, high] = [0, 0.5];
  for (let i = 0; i < 24; i++) {
    const rate = (low + high) / 2;
    const spent = attack.submissions * rate * gainsForRate(attack.policy, attack.images, flips, rate);
    if (spent > reserve) high = rate;
    else low = rate;
  }
  return low;
}
