import { climbRate } from "./attacks/probe-plan";
import type { GatedLadder, Policy } from "./policy";
import { parseDecimal, rationalToNumber } from "./rational";

type Asked = {
  images: number;
  /** The released accuracy on which the team stands. */
  rung: number;
  /** What the submission's new accuracy may be, all as likely. */
  accuracies: readonly number[];
  /** The share of the images on which one of it and the baseline is right and the other wrong. */
  differ: number;
  /** What it asks for, in steps. */
  atLeast?: number;
};

/** Places within a rung's rounding cell, and of the noise: many more move a chance by less than a tenth of a percent. */
const cellParts = 8;
const noiseParts = 16;

/**
 * How probably a submission climbs a ladder that has room, from a released rung alone: the baseline's accuracy may be anything that rounds
 * to it. Null where the policy is no gated ladder. All fractions.
 */
export function climbChanceFromRung(policy: Policy, asked: Asked): number | null {
  switch (policy.kind) {
    case "gated-ladder":
      return chanceUnder(policy, asked);
    case "fixed-step-ladder":
    case "parameter-free-ladder":
    case "rounded":
    case "exact":
      return null;
  }
}

function chanceUnder(policy: GatedLadder, { images, rung, accuracies, differ, atLeast = 1 }: Asked): number {
  const step = rationalToNumber(parseDecimal(policy.eta)!);
  let sum = 0;
  for (const accuracy of accuracies) {
    for (let part = 0; part < cellParts; part++) {
      const baseline = rung + ((part + 0.5) / cellParts - 0.5) * step;
      const gains = (accuracy - baseline) * images;
      // Both accuracies are given, so that nothing varies but the noise; the formula wants a little.
      const probe = { D: Math.max(differ * images, Math.abs(gains)), gains, variance: 1, atLeast };
      sum += climbRate(policy, images, probe, noiseParts);
    }
  }
  return sum / (accuracies.length * cellParts);
}
