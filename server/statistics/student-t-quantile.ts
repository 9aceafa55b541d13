import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";

/**
 * The t within which Student's t stays, on both sides, with probability `level` (0.95 at 10 degrees of freedom: 2.228), computed
 * from the beta quantile: `t^2 / (df + t^2)` is Beta(1/2, df/2).
 * @param level between 0 and 1
 * @param degreesOfFreedom at least 1
 */
export function studentTQuantile(level: number, degreesOfFreedom: number): number {
  const share = betaQuantile(1 - level, degreesOfFreedom / 2, 1 / 2);
  return Math.sqrt((degreesOfFreedom * (1 - share)) / share);
}
