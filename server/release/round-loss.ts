import { type Rational, rational } from "./rational";

/** `errors / total` rounded to the nearest multiple of `step`, a tie to the larger loss (Blum & Hardt 2015, algorithm 1). */
export function roundLoss(errors: number, total: number, step: Rational): Rational {
  const n = BigInt(total);
  const twice = 2n * n * step.numerator;
  const multiple = (2n * BigInt(errors) * step.denominator + n * step.numerator) / twice;
  return rational(multiple * step.numerator, step.denominator);
}
