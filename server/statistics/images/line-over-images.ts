import { centralInterval } from "../central-interval";
import type { Interval } from "../clopper-pearson";
import { linearFit } from "../linear-fit";
import type { ResampledLines } from "../resampled-lines";
import type { Scale } from "../scale";
import { seededRandom } from "../seeded-random";
import { attenuation } from "./attenuation";
import type { ImageNoise } from "./image-noise";
import { resampleOverImages } from "./resample-over-images";
import { standardNormals } from "./standard-normals";

/** Noise vectors on each test set: more move an end by less than 1 % of the width. */
const VECTORS = 2048;
/** The stream of the noise is that of another seed than the models', whatever that is. */
const NOISE = 2 ** 52;

export type LineInterval = { slope: Interval; intercept: Interval };

/** What a bootstrap over models and images says of a line, all in the scale's units; null where no resample had a line. */
export type LineOverImages = {
  models: LineInterval | null;
  images: LineInterval | null;
  both: LineInterval | null;
  /** Of the line at each place of the grid, over both. */
  band: (Interval | null)[];
  /** Resamples of models that had no line. */
  dropped: number;
  /** Share of the accuracies with noise that were set to an end of `[1/(2n), 1 - 1/(2n)]`. */
  clamped: number;
  /** The average slope of an unchanged test set. */
  attenuation: number;
};

/**
 * Percentile intervals of the line over models, over the images that they share, and over both. Where new and original images are
 * drawn from the same ones, the first excludes a slope of 1 in 40 to 55 % of cases, the last in 2 to 6 %.
 * @param original, fresh the noise of the models of the fit, at least three, none at 0 or 1 where the scale is infinite there
 * @param members the places of each family's models, where there are families: they are drawn together
 * @param grid places on x at which to give the band
 */
export function lineOverImages(given: {
  original: ImageNoise;
  fresh: ImageNoise;
  members?: readonly (readonly number[])[] | null;
  scale: Scale;
  grid?: readonly number[];
  resamples?: number;
  vectors?: number;
  seed?: number;
  level?: number;
}): LineOverImages {
  const { original, fresh, scale, grid = [], seed = 1, level = 0.95 } = given;
  const { models, images, both, clamped } = resampleOverImages({
    original,
    fresh,
    members: given.members ?? null,
    scale,
    resamples: given.resamples ?? 100_000,
    vectors: given.vectors ?? VECTORS,
    random: seededRandom(seed),
    fill: standardNormals(seededRandom(NOISE + seed)),
  });
  const line = linearFit(original.accuracies.map(scale.forward), fresh.accuracies.map(scale.forward));
  const heights = new Float64Array(both.slopes.length);
  const band = grid.map((place) => {
    for (let i = 0; i < heights.length; i++) heights[i] = both.intercepts[i]! + both.slopes[i]! * place;
    return heights.length > 0 ? centralInterval(heights, level) : null;
  });
  return {
    models: intervalOf(models, level),
    images: intervalOf(images, level),
    both: intervalOf(both, level),
    band,
    dropped: models.dropped,
    clamped,
    attenuation: "reason" in line ? Number.NaN : attenuation(original, scale, line.sxx),
  };
}

function intervalOf({ slopes, intercepts }: ResampledLines, level: number): LineInterval | null {
  if (slopes.length === 0) return null;
  return { slope: centralInterval(slopes, level), intercept: centralInterval(intercepts, level) };
}
