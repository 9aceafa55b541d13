import type { Explanation } from "../../../db/schema/submissions";

/** How far the accuracy on the original test set may be from the one expected. */
const tolerance = 0.02;
/** Accuracies are counts over totals, and two of them may differ by 0.02 but for rounding. */
const rounding = 1e-9;

/**
 * Why a submission waits for its team once its original part is done; null where it goes on by itself. Fractions.
 */
export function reasonToWait(given: {
  asks: boolean;
  expected: number | null;
  accuracy: number;
}): Explanation | null {
  const { asks, expected, accuracy } = given;
  if (expected !== null && Math.abs(accuracy - expected) > tolerance + rounding) {
    return {
      code: "expectation_missed",
      message: `You expected ${percent(expected)} on the original test set, and it has ${percent(accuracy)}.`,
      hint: "Check preprocessing and class order. Withdraw it at no cost, or spend it all the same.",
    };
  }
  if (!asks) return null;
  return {
    code: "asked",
    message: `It has ${percent(accuracy)} on the original test set.`,
    hint: "Spend it if that is what you expect, or withdraw it at no cost.",
  };
}

function percent(fraction: number): string {
  return `${(100 * fraction).toFixed(1)} %`;
}
