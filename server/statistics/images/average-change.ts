import type { Interval } from "../clopper-pearson";
import type { ImageNoise } from "./image-noise";

/** How the new test set compares with the original one: told apart only by an interval without 0. */
export type ChangeVerdict = "harder" | "easier" | "not_told_apart";

/** The average change from original to new accuracy over `models`, fractions, below 0 for a drop. */
export type AverageChange = { models: number; mean: number; interval: Interval; verdict: ChangeVerdict };

const NORMAL_95 = 1.959963984540054;

/**
 * The average change over models held fixed, with its 95 % interval over the images of both test sets: `d +- 1.96 sqrt(V_a / n +
 * V_b / n')`, each term the mean of all covariances of the accuracies on that set. A threshold in points would be wrong on 11 to
 * 65 % of sets drawn from the same images; this interval on about 5 %.
 * @returns null without models
 */
export function averageChange(original: ImageNoise, fresh: ImageNoise): AverageChange | null {
  const models = original.accuracies.length;
  if (models === 0) return null;
  let mean = 0;
  for (let i = 0; i < models; i++) mean += (fresh.accuracies[i]! - original.accuracies[i]!) / models;
  const weights = new Float64Array(models).fill(1 / models);
  const reach = NORMAL_95 * Math.sqrt(original.sums(weights).all + fresh.sums(weights).all);
  const interval = { lower: mean - reach, upper: mean + reach };
  return { models, mean, interval, verdict: changeVerdict(interval) };
}

/** What an interval of the average change says. */
export function changeVerdict({ lower, upper }: Interval): ChangeVerdict {
  if (upper < 0) return "harder";
  return lower > 0 ? "easier" : "not_told_apart";
}
