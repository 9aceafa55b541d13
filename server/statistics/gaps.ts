import type { Interval } from "./clopper-pearson";

/**
 * Recht et al. 2019, section 2: loss(original set) - loss(new set) = adaptivity gap + distribution gap + generalization gap.
 * Signs as there: below 0 for a model that does worse on the new set.
 */
export type Gaps = {
  /** New minus original accuracy, as shown. */
  total: number;
  /** Loss on the new distribution minus loss on its sample, bounded by the new score's interval. */
  generalization: Interval;
  /** Adaptivity to the original set and change of distribution together, which no leaderboard can separate. */
  remainder: Interval;
};

/**
 * The gaps of one entry.
 * @param originalAccuracy, newAccuracy fractions as shown
 * @param newInterval the interval shown with the new accuracy
 */
export function gaps({
  originalAccuracy,
  newAccuracy,
  newInterval,
}: {
  originalAccuracy: number;
  newAccuracy: number;
  newInterval: Interval;
}): Gaps {
  return {
    total: newAccuracy - originalAccuracy,
    generalization: {
      lower: newAccuracy - newInterval.upper,
      upper: newAccuracy - newInterval.lower,
    },
    remainder: {
      lower: newInterval.lower - originalAccuracy,
      upper: newInterval.upper - originalAccuracy,
    },
  };
}
