import { climbRate } from "./attacks/probe-plan";
import type { GatedLadder } from "./policy";
import { parseDecimal, rationalToNumber } from "./rational";

/**
 * The probability that an honest submission climbs under a gated ladder with climbs left, if it is truly better than the baseline
 * by `steps` steps of eta and `changed` of the `images` answers differ in being right. Taken over the draw of images and the
 * noise; normal approximation.
 */
export function climbChance(input: {
  policy: GatedLadder;
  images: number;
  changed: number;
  steps: number;
}): number {
  const { policy, images, changed, steps } = input;
  const gains = steps * rationalToNumber(parseDecimal(policy.eta)!) * images;
  const variance = Math.max(1, changed - gains ** 2 / images);
  return climbRate(policy, images, { D: Math.max(changed, gains), gains, variance });
}
