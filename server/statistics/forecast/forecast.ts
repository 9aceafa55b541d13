import type { Interval } from "../clopper-pearson";
import { type MeasuredModel, type Measurement, predictiveDeviation } from "../deviation";
import type { NoLine } from "../linear-fit";
import { predictions } from "../predictions";
import { type ScaleName, scales } from "../scale";
import { studentTQuantile } from "../student-t-quantile";
import { nearestModels } from "./nearest-models";

/** What one more model's new accuracy will be (fractions), from `models` reference models. */
export type Forecast = {
  models: number;
  expected: number;
  interval: Interval;
  /** The new accuracy below which it stays with this probability. */
  quantile: (probability: number) => number;
};

/** Why there is none: no line, or an original accuracy of 0 or 1, which has no place on the scale. */
export type NoForecast = { models: number; reason: NoLine["reason"] | "zero_or_one" };

/**
 * One line through all of timm's 1,556 results hardly bends in logit, but models of 88 % and more scatter 1.6 times as far about it as
 * all do: its prediction interval holds two in three of them, that of 20 to 40 neighbours 94 %. With 32, a board of as few models as the
 * paper's CIFAR-10 has its one line.
 */
const neighbours = 32;

/**
 * Forecasts the new accuracy of a model like the reference models: the least-squares line through those nearest in original accuracy
 * (local regression, without weights; Cleveland 1979), and the normal-theory prediction interval for one more model (Weisberg,
 * Applied Linear Regression, section 2.8), with what its sampling noise exceeds theirs by.
 * @param references the models of the fit; those without a place on the scale are passed over
 * @param original the model's original accuracy and the images it was or will be counted over
 * @param images of the new test set, over which its accuracy will be counted
 * @param level of the interval (0.95)
 */
export function forecast({
  references,
  original,
  images,
  scale: name,
  level = 0.95,
  nearest = neighbours,
}: {
  references: readonly MeasuredModel[];
  original: Measurement;
  images: number;
  scale: ScaleName;
  level?: number;
  nearest?: number | undefined;
}): Forecast | NoForecast {
  const scale = scales[name];
  const hasPlace = ({ accuracy }: Measurement) => Number.isFinite(scale.forward(accuracy));
  const fitted = nearestModels(
    references.filter((model) => hasPlace(model.original) && hasPlace(model.new)),
    {
      at: scale.forward(original.accuracy),
      place: (model) => scale.forward(model.original.accuracy),
      most: nearest,
    },
  );
  const models = fitted.length;
  if (!hasPlace(original)) return { models, reason: "zero_or_one" };
  const line = predictions(fitted, scale, level);
  if ("reason" in line) return line;
  const prediction = line.ofNew({ original });
  if (!prediction) return { models, reason: "too_few_models" };

  const accuracyAt = (coordinate: number) => Math.min(1, Math.max(0, scale.back(coordinate)));
  const expected = accuracyAt(prediction.line);
  const model = { original, new: { accuracy: expected, total: images } };
  const deviation = predictiveDeviation(model, prediction, scale);
  const quantile = (probability: number) => {
    const t = studentTQuantile(Math.abs(2 * probability - 1), prediction.degreesOfFreedom);
    return accuracyAt(prediction.line + Math.sign(probability - 0.5) * t * deviation);
  };
  return {
    models,
    expected,
    interval: { lower: quantile((1 - level) / 2), upper: quantile((1 + level) / 2) },
    quantile,
  };
}
