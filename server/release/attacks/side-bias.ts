import type { SeededRandom } from "../../statistics/seeded-random";

/**
 * The bias gained from evidence about torn images, a fraction: the share of them whose right side it favours (above zero; a fair
 * coin at zero), times their share of all `images`, minus half of that.
 */
export function sideBias(evidence: Float64Array, images: number, random: SeededRandom): number {
  let right = 0;
  for (let i = 0; i < evidence.length; i++) {
    const seen = evidence[i]!;
    if (seen > 0 || (seen === 0 && random.uint32() & 1)) right += 1;
  }
  return (right - evidence.length / 2) / images;
}
