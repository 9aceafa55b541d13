import type { ResampledLines } from "../resampled-lines";
import type { SeededRandom } from "../seeded-random";
import { drawFamilies, sumFamilies } from "./draw-families";
import { lineSink } from "./line-sink";

const CHUNK = 256;

const meanOf = (values: ArrayLike<number>) => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! / values.length;
  return sum;
};

/**
 * Pairs bootstrap of a line over families (Davison and Hinkley 1997, section 3.8; Cameron, Gelbach and Miller 2008): a family that is
 * drawn comes with all its models.
 * @param x, y coordinates of the models
 * @param members the places of each family's models
 */
export function resampledFamilyLines(given: {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  members: readonly (readonly number[])[];
  resamples: number;
  random: SeededRandom;
}): ResampledLines {
  const { x, y, members, resamples, random } = given;
  const [meanX, meanY] = [meanOf(x), meanOf(y)];
  const points = new Float64Array(2 * x.length);
  let variance = 0;
  for (let i = 0; i < x.length; i++) {
    points[2 * i] = x[i]! - meanX;
    points[2 * i + 1] = y[i]! - meanY;
    variance += points[2 * i]! ** 2 / x.length;
  }
  const table = sumFamilies(points, 1, members);
  const sink = lineSink({ places: { meanX, meanY, variance }, most: resamples });
  const sums = new Float64Array(table.width * CHUNK);
  for (let start = 0; start < resamples; start += CHUNK) {
    const size = Math.min(CHUNK, resamples - start);
    drawFamilies(table, random, sums, size);
    for (let at = 0; at < table.width * size; at += table.width)
      sink.add(sums, at, sums[at + table.width - 1]!);
  }
  return sink.lines(resamples);
}
