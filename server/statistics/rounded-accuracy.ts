import type { Rational } from "./rational";

/**
 * The accuracy of a count once its loss is rounded to the nearest multiple of a step size, a tie to the larger loss: the rounding
 * of released scores, in integers. Without a step the accuracy is exact.
 * @param correct, total the count
 * @param eta the step size
 * @returns a fraction, from one division of whole numbers, so that equal accuracies are equal numbers
 */
export function roundedAccuracy({
  correct,
  total,
  eta,
}: {
  correct: number;
  total: number;
  eta?: Rational | undefined;
}): number {
  if (!eta) return correct / total;
  const step = BigInt(eta.numerator);
  const parts = BigInt(eta.denominator);
  const images = BigInt(total) * step;
  const multiple = (2n * BigInt(total - correct) * parts + images) / (2n * images);
  return Number(parts - multiple * step) / Number(parts);
}
