import { climbRate } from "./attacks/probe-plan";
import type { GatedLadder } from "./policy";

/**
 * How probably an honest submission climbs under a gated ladder that has room: it is truly better than the baseline by `gain`, and on a
 * share `differ` of the `images` one of the two is right and the other wrong (all fractions); `atLeast` is what it asks for, in steps. Over
 * which images were drawn and over the noise; normal approximation.
 */
export function climbChance(input: {
  policy: GatedLadder;
  images: number;
  differ: number;
  gain: number;
  atLeast?: number;
}): number {
  const { policy, images, atLeast } = input;
  const gains = input.gain * images;
  const changed = input.differ * images;
  const variance = Math.max(1, changed - gains ** 2 / images);
  return climbRate(policy, images, { D: Math.max(changed, gains), gains, variance, atLeast });
}
