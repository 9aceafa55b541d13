import type { ResampledLines } from "../resampled-lines";

/** Collects the lines of resamples from their sums. */
export type LineSink = {
  /** Takes the sums of x, y, x*x and x*y over `models` from `sums[at]` on; a resample without spread in x has no line. */
  add: (sums: Float64Array, at: number, models: number) => void;
  /** The lines of the `resamples` that were added. */
  lines: (resamples: number) => ResampledLines;
};

/**
 * A sink for lines through points whose coordinates are less the means.
 * @param most the resamples that there can be
 */
export function lineSink({
  places: { meanX, meanY, variance },
  most,
}: {
  places: { meanX: number; meanY: number; variance: number };
  most: number;
}): LineSink {
  const slopes = new Float64Array(most);
  const intercepts = new Float64Array(most);
  let fitted = 0;
  return {
    add(sums, at, models) {
      const averageX = sums[at]! / models;
      const averageY = sums[at + 1]! / models;
      const sxx = sums[at + 2]! - sums[at]! * averageX;
      if (sxx <= 1e-12 * Math.max(sums[at + 2]!, variance)) return;
      const slope = (sums[at + 3]! - sums[at]! * averageY) / sxx;
      slopes[fitted] = slope;
      intercepts[fitted++] = averageY + meanY - slope * (averageX + meanX);
    },
    lines: (resamples) => ({
      slopes: slopes.subarray(0, fitted),
      intercepts: intercepts.subarray(0, fitted),
      dropped: resamples - fitted,
    }),
  };
}
