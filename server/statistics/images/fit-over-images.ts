import { familyMembers } from "../families/family-members";
import { scales } from "../scale";
import { type Trend, type TrendModel, type TrendOptions, trend } from "../trend";
import { type AverageChange, averageChange } from "./average-change";
import type { ImageNoise } from "./image-noise";
import { type LineInterval, lineOverImages } from "./line-over-images";
import { noiseOfCounts } from "./noise-of-counts";
import { noiseOfOutcomes } from "./noise-of-outcomes";

/** A model with the number of images behind its accuracies. */
export type CountedModel = TrendModel & { images: Record<"original" | "new", number> };

/** For each model in the fit one bit an image, 1 = wrong, in words of 32. */
type Outcomes = { wrong: readonly Uint32Array[]; images: number };

/** What the images add to a trend. */
export type FitOverImages = {
  /** The band is that of *both*, the intervals of slope and intercept those over models alone. */
  trend: Trend;
  /** Null for fewer than three models or without a line. */
  line: { images: LineInterval; both: LineInterval; clamped: number; attenuation: number } | null;
  change: AverageChange | null;
};

/**
 * The trend of models that share images, with its uncertainty over the images too, and the average change.
 * @param models as for `trend`
 * @param outcomes the answers of the models in the fit, in order, where these are known; from counts alone the correlation of
 * errors is assumed
 */
export function fitOverImages(
  models: readonly CountedModel[],
  options: TrendOptions,
  outcomes: Record<"original" | "new", Outcomes> | null = null,
): FitOverImages {
  const { scale: name = "linear", resamples = 100_000 } = options;
  const base = trend(models, { ...options, resamples: 0 });
  const isFitted = base.points.map((point) => point.excluded === null);
  const { original, fresh } = noises(models, isFitted, outcomes);
  const change = averageChange(original, fresh);
  if (base.models < 3 || base.band === null || resamples === 0) return { trend: base, line: null, change };
  const scale = scales[name];
  const grid = base.band.map(({ x }) => scale.forward(x));
  const members = familyMembers(models.filter((_, i) => isFitted[i]).map(({ family }) => family));
  const {
    models: overModels,
    images,
    both,
    band,
    dropped,
    ...rest
  } = lineOverImages({
    ...options,
    original,
    fresh,
    members,
    scale,
    grid,
  });
  return {
    trend: {
      ...base,
      slopeInterval: overModels?.slope ?? null,
      interceptInterval: overModels?.intercept ?? null,
      droppedResamples: dropped,
      band: base.band.map((point, i) => ({
        ...point,
        lower: band[i] ? scale.back(band[i].lower) : null,
        upper: band[i] ? scale.back(band[i].upper) : null,
      })),
    },
    line: images && both ? { images, both, ...rest } : null,
    change,
  };
}

function noises(
  models: readonly CountedModel[],
  isFitted: readonly boolean[],
  outcomes: Record<"original" | "new", Outcomes> | null,
): { original: ImageNoise; fresh: ImageNoise } {
  const fitted = models.filter((_, i) => isFitted[i]);
  // Answers come for all models meant for the fit; one at 0 or 1 is not in it after all.
  const isAnswered = isFitted.filter((_, i) => models[i]!.inFit !== false);
  const noise = (side: "original" | "new") => {
    const accuracies = Float64Array.from(fitted, (model) => model[side]);
    if (!outcomes)
      return noiseOfCounts(
        accuracies,
        Float64Array.from(fitted, (model) => model.images[side]),
      );
    const { wrong, images } = outcomes[side];
    return noiseOfOutcomes({ accuracies, wrong: wrong.filter((_, i) => isAnswered[i]), images });
  };
  return { original: noise("original"), fresh: noise("new") };
}
