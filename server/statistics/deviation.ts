import type { Interval } from "./clopper-pearson";
import type { Scale } from "./scale";
import { studentTTails } from "./student-t-tails";

/** A model's accuracy on one test set (fraction) and the images it was counted over. */
export type Measurement = { accuracy: number; total: number };

/** A model on both test sets; `step` is the step size (fraction) the new accuracy was rounded to, absent where exact. */
export type MeasuredModel = { original: Measurement; new: Measurement; step?: number | undefined };

/** The prediction for a model by a line fitted without it; all in the scale's units. */
export type Prediction = {
  line: number;
  slope: number;
  /** Residual variance times (one plus the leverage of the model's place). */
  variance: number;
  degreesOfFreedom: number;
  /** |t| stays below this with the probability wanted for the residual's interval. */
  criticalT: number;
  /** Sampling variance of the reference models' new and original accuracy, averaged. */
  newNoise: number;
  originalNoise: number;
};

/** How far a model lies off the line: residual and its interval are fractions, `t` and `p` refer to the chosen scale. */
export type Deviation = { residual: number; interval: Interval; t: number; p: number };

/** The binomial variance of an accuracy on a scale, by the delta method: `g'(p)^2 p (1 - p) / n`. */
export function samplingVariance({ accuracy, total }: Measurement, scale: Scale): number {
  return (scale.derivative(accuracy) ** 2 * accuracy * (1 - accuracy)) / total;
}

/**
 * How far a model lies from a line fitted without it, as a standard deviation in the scale's units: `sqrt(s^2 (1 + h) + max(0, v_e -
 * v_ref))`. `s` already contains the reference models' sampling noise, so only the model's excess over theirs is added.
 */
export function predictiveDeviation(
  model: Pick<MeasuredModel, "original" | "new">,
  { variance, slope, newNoise, originalNoise }: Prediction,
  scale: Scale,
): number {
  const excess =
    samplingVariance(model.new, scale) -
    newNoise +
    slope ** 2 * (samplingVariance(model.original, scale) - originalNoise);
  return Math.sqrt(variance + Math.max(0, excess));
}

/**
 * One model against a line that was fitted without it: `t = dist(line, rounding cell of y)` over its predictive deviation. The interval
 * contains every residual that the same test would not reject.
 */
export function deviation(model: MeasuredModel, prediction: Prediction, scale: Scale): Deviation {
  const { line, degreesOfFreedom, criticalT } = prediction;
  const half = (model.step ?? 0) / 2;
  const low = scale.forward(Math.max(0, model.new.accuracy - half));
  const high = scale.forward(Math.min(1, model.new.accuracy + half));
  const distance = line < low ? low - line : line > high ? high - line : 0;
  const deviate = predictiveDeviation(model, prediction, scale);
  const t = distance === 0 ? 0 : distance / deviate;
  const reach = criticalT * deviate;
  return {
    residual: model.new.accuracy - scale.back(line),
    interval: {
      lower: scale.back(low) - scale.back(line + reach),
      upper: scale.back(high) - scale.back(line - reach),
    },
    t,
    p: studentTTails(t, degreesOfFreedom),
  };
}
