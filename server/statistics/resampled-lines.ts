import type { SeededRandom } from "./seeded-random";
import { StatisticsError } from "./statistics-error";

const CHUNK = 256;
const MOST_MODELS = 65_536;

/** Slopes and intercepts of the resamples that have a line, in order of drawing, and how many had none. */
export type ResampledLines = { slopes: Float64Array; intercepts: Float64Array; dropped: number };

/**
 * Sums of x, y, x*x and x*y over `points.length / 2` draws with replacement, for each resample of the chunk. The generator is
 * inlined (a call costs as much as a step); the index is the high word of `random * models`, so each model's probability is
 * 1/models to within 2^-32.
 */
function drawSums(points: Float64Array, state: Int32Array, sums: Float64Array, resamples: number): void {
  const models = points.length >>> 1;
  let s0 = state[0]!;
  let s1 = state[1]!;
  let s2 = state[2]!;
  let counter = state[3]!;
  for (let resample = 0; resample < resamples; resample++) {
    let sumX = 0;
    let sumY = 0;
    let sumXX = 0;
    let sumXY = 0;
    for (let draw = 0; draw < models; draw++) {
      const random = (s0 + s1 + counter) | 0;
      counter = (counter + 1) | 0;
      s0 = s1 ^ (s1 >>> 9);
      s1 = (s2 + (s2 << 3)) | 0;
      s2 = (((s2 << 21) | (s2 >>> 11)) + random) | 0;
      const high = Math.imul(random >>> 16, models) + (Math.imul(random & 0xffff, models) >>> 16);
      const at = (high >>> 16) << 1;
      const x = points[at]!;
      const y = points[at + 1]!;
      sumX += x;
      sumY += y;
      sumXX += x * x;
      sumXY += x * y;
    }
    sums[4 * resample] = sumX;
    sums[4 * resample + 1] = sumY;
    sums[4 * resample + 2] = sumXX;
    sums[4 * resample + 3] = sumXY;
  }
  state.set([s0, s1, s2, counter]);
}

function centre(x: ArrayLike<number>, y: ArrayLike<number>) {
  const models = x.length;
  let [meanX, meanY] = [0, 0];
  for (let i = 0; i < models; i++) {
    meanX += x[i]! / models;
    meanY += y[i]! / models;
  }
  const points = new Float64Array(2 * models);
  let variance = 0;
  for (let i = 0; i < models; i++) {
    points[2 * i] = x[i]! - meanX;
    points[2 * i + 1] = y[i]! - meanY;
    variance += points[2 * i]! ** 2 / models;
  }
  return { points, meanX, meanY, variance };
}

/**
 * Pairs bootstrap of a least-squares line (Efron and Tibshirani 1993, section 9.5): each resample draws as many models as there
 * are, with replacement, and is fitted. A resample without spread in x has no line; it is dropped and counted.
 * @param x, y coordinates of equal length, at most 65,536
 * @param resamples how many to draw
 * @param random the source of the draws, one number each
 * @throws StatisticsError for more models than 16 bits can index
 */
export function resampledLines({
  x,
  y,
  resamples,
  random,
}: {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  resamples: number;
  random: SeededRandom;
}): ResampledLines {
  const models = x.length;
  if (models > MOST_MODELS) throw new StatisticsError("the bootstrap takes at most 65,536 models");
  const { points, meanX, meanY, variance } = centre(x, y);
  const slopes = new Float64Array(resamples);
  const intercepts = new Float64Array(resamples);
  const sums = new Float64Array(4 * CHUNK);
  let fitted = 0;
  for (let start = 0; start < resamples; start += CHUNK) {
    const size = Math.min(CHUNK, resamples - start);
    drawSums(points, random.state, sums, size);
    for (let i = 0; i < 4 * size; i += 4) {
      const averageX = sums[i]! / models;
      const averageY = sums[i + 1]! / models;
      const sxx = sums[i + 2]! - sums[i]! * averageX;
      if (sxx <= 1e-12 * Math.max(sums[i + 2]!, variance)) continue;
      const slope = (sums[i + 3]! - sums[i]! * averageY) / sxx;
      slopes[fitted] = slope;
      intercepts[fitted++] = averageY + meanY - slope * (averageX + meanX);
    }
  }
  return {
    slopes: slopes.subarray(0, fitted),
    intercepts: intercepts.subarray(0, fitted),
    dropped: resamples - fitted,
  };
}
