import { drawFamilies, sumFamilies } from "../families/draw-families";
import { lineSink } from "../families/line-sink";
import type { ResampledLines } from "../resampled-lines";
import type { Scale } from "../scale";
import type { SeededRandom } from "../seeded-random";
import type { ImageNoise } from "./image-noise";
import { noisyPlaces, type Places } from "./noisy-places";

const CHUNK = 256;
/** Sums of x, y, x*x and x*y of the models as observed, then of the same models with noise. */
const SUMS = 8;

/** Lines of a bootstrap over models, over images, and over both; `clamped` is the share of noisy accuracies set to an end. */
export type ResampledOverImages = Record<"models" | "images" | "both", ResampledLines> & { clamped: number };

/**
 * Bootstraps of the line over models and over the images that they share. For each of `vectors` draws of noise on both test sets,
 * half of them mirrored, its share of the resamples of models is drawn, and fitted to the accuracies as observed and to those with
 * noise: a model drawn twice has the same noise twice. The draws of models are those of `resampledLines` for the same `random`.
 * @param original, fresh noise on the original and on the new test set, of the same models in the same order, none at 0 or 1 in a
 * scale where that is infinite
 * @param members the places of each family's models, drawn together; null where models are drawn one by one
 * @param fill fills an array with standard normal numbers, independent of `random`
 */
export function resampleOverImages(given: {
  original: ImageNoise;
  fresh: ImageNoise;
  members: readonly (readonly number[])[] | null;
  scale: Scale;
  resamples: number;
  vectors: number;
  random: SeededRandom;
  fill: (out: Float64Array) => void;
}): ResampledOverImages {
  const { original, members, resamples, vectors, random } = given;
  const count = original.accuracies.length;
  const places = noisyPlaces(given);
  const sinkOf = (most: number) => lineSink({ places, most });
  const [models, both, images] = [sinkOf(resamples), sinkOf(resamples), sinkOf(vectors)];
  const width = members ? SUMS + 1 : SUMS;
  const sums = new Float64Array(width * CHUNK);
  for (let vector = 0; vector < vectors; vector++) {
    places.next();
    sumAll(places, sums);
    images.add(sums, 4, count);
    const families = members && sumFamilies(places.points, 2, members);
    let left = Math.ceil((resamples - vector) / vectors);
    for (; left > 0; left -= CHUNK) {
      const size = Math.min(CHUNK, left);
      if (families) drawFamilies(families, random, sums, size);
      else drawSums(places, random.state, sums, size);
      for (let at = 0; at < width * size; at += width) {
        const drawn = families ? sums[at + SUMS]! : count;
        models.add(sums, at, drawn);
        both.add(sums, at + 4, drawn);
      }
    }
  }
  const pairs = 2 * count * vectors;
  return {
    models: models.lines(resamples),
    images: images.lines(vectors),
    both: both.lines(resamples),
    clamped: places.clamped() / pairs,
  };
}

function sumAll({ points }: Places, sums: Float64Array): void {
  let [sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0];
  for (let at = 0; at < points.length; at += 4) {
    const x = points[at + 2]!;
    const y = points[at + 3]!;
    sumX += x;
    sumY += y;
    sumXX += x * x;
    sumXY += x * y;
  }
  sums.set([sumX, sumY, sumXX, sumXY], 4);
}

/** As `drawSums` in resampled-lines.ts, which explains the generator, with the sums of both kinds of points of one draw. */
function drawSums({ points }: Places, state: Int32Array, sums: Float64Array, resamples: number): void {
  const models = points.length >>> 2;
  let s0 = state[0]!;
  let s1 = state[1]!;
  let s2 = state[2]!;
  let counter = state[3]!;
  for (let resample = 0; resample < resamples; resample++) {
    let [sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0];
    let [noisyX, noisyY, noisyXX, noisyXY] = [0, 0, 0, 0];
    for (let draw = 0; draw < models; draw++) {
      const random = (s0 + s1 + counter) | 0;
      counter = (counter + 1) | 0;
      s0 = s1 ^ (s1 >>> 9);
      s1 = (s2 + (s2 << 3)) | 0;
      s2 = (((s2 << 21) | (s2 >>> 11)) + random) | 0;
      const high = Math.imul(random >>> 16, models) + (Math.imul(random & 0xffff, models) >>> 16);
      const at = (high >>> 16) << 2;
      const x = points[at]!;
      const y = points[at + 1]!;
      sumX += x;
      sumY += y;
      sumXX += x * x;
      sumXY += x * y;
      const u = points[at + 2]!;
      const v = points[at + 3]!;
      noisyX += u;
      noisyY += v;
      noisyXX += u * u;
      noisyXY += u * v;
    }
    const to = SUMS * resample;
    sums[to] = sumX;
    sums[to + 1] = sumY;
    sums[to + 2] = sumXX;
    sums[to + 3] = sumXY;
    sums[to + 4] = noisyX;
    sums[to + 5] = noisyY;
    sums[to + 6] = noisyXX;
    sums[to + 7] = noisyXY;
  }
  state.set([s0, s1, s2, counter]);
}
