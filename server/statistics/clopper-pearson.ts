import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import { StatisticsError } from "./statistics-error";

/** An interval of fractions. */
export type Interval = { lower: number; upper: number };

/**
 * The exact two-sided interval of Clopper and Pearson (Biometrika 26, 1934) for a binomial proportion.
 * @param correct images classified correctly, 0 to `total`
 * @param total images of the test set, at least 1
 * @param level confidence level, between 0 and 1 (0.95)
 * @returns fractions, to a relative 1e-10 up to ten million images
 * @throws StatisticsError for anything that is not a count or a level
 */
export function clopperPearson({
  correct,
  total,
  level = 0.95,
}: {
  correct: number;
  total: number;
  level?: number;
}): Interval {
  if (!Number.isSafeInteger(total) || total < 1) {
    throw new StatisticsError("total must be a whole number of images, at least 1");
  }
  if (!Number.isSafeInteger(correct) || correct < 0 || correct > total) {
    throw new StatisticsError("correct must be a whole number from 0 to total");
  }
  if (!(level > 0 && level < 1)) throw new StatisticsError("level must lie between 0 and 1");
  const tail = (1 - level) / 2;
  return {
    lower: correct === 0 ? 0 : betaQuantile(tail, correct, total - correct + 1),
    upper: correct === total ? 1 : betaQuantile(1 - tail, correct + 1, total - correct),
  };
}
