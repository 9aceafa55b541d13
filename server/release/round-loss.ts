import { type Rational, rational } from "./rational";

/** `errors / total` rounded to the nearest multiple of `step`, a tie to the larger loss (Blum & Hardt 2015, algorithm 1). */
export function roundLoss(errors: number, total: number, step: Rational): Rational {
  const n = BigInt(total);
  const twice = 2n * n * step.numerator;
  const multiple = (2n * BigInt(errors) * step.denominator + n * step.numerator) / twice;
  return rational(multiple * step.numerator, step.denominator);
}

/** The fewest and the most errors out of `total` images whose loss rounds to `loss`, a multiple of `step`. */
export function errorsThatRoundTo(
  loss: Rational,
  step: Rational,
  total: number,
): { lowest: number; highest: number } {
  const n = BigInt(total);
  const denominator = 2n * loss.denominator * step.denominator;
  const centre = 2n * loss.numerator * step.denominator;
  const halfStep = step.numerator * loss.denominator;
  const lowest = Number(divideUp(n * (centre - halfStep), denominator));
  const highest = Number(divideUp(n * (centre + halfStep), denominator)) - 1;
  return { lowest: Math.max(0, lowest), highest: Math.min(total, highest) };
}

function divideUp(a: bigint, b: bigint): bigint {
  return a <= 0n ? a / b : (a - 1n) / b + 1n;
}
