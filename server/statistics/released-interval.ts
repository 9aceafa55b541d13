import { clopperPearson, type Interval } from "./clopper-pearson";
import type { Rational } from "./rational";
import { StatisticsError } from "./statistics-error";

const ceilDivide = (a: bigint, b: bigint) => (a > 0n ? (a + b - 1n) / b : a / b);

/**
 * The interval of accuracy that may be shown beside a released score: it covers every count that rounds to the released loss
 * (nearest multiple of the step size, a tie to the larger loss), from the lower end of the smallest such count to the upper end
 * of the largest. The exact count's interval could be inverted to the count, which would undo the guard.
 * @param loss the released loss, a multiple of `eta`
 * @param eta the step size
 * @param total images of the guarded part
 * @param level confidence level (0.95)
 * @returns fractions
 * @throws StatisticsError if the loss is not a multiple of the step size, or no count rounds to it
 */
export function releasedInterval({
  loss,
  eta,
  total,
  level = 0.95,
}: {
  loss: Rational;
  eta: Rational;
  total: number;
  level?: number;
}): Interval {
  const step = BigInt(eta.numerator);
  const parts = BigInt(eta.denominator);
  if (step <= 0n || parts <= 0n) throw new StatisticsError("the step size must be above 0");
  const scaled = BigInt(loss.numerator) * parts;
  const unit = BigInt(loss.denominator) * step;
  if (unit <= 0n || scaled < 0n || scaled % unit !== 0n) {
    throw new StatisticsError("a released loss must be a multiple of the step size");
  }
  const multiple = scaled / unit;
  const images = BigInt(total) * step;
  const fewest = ceilDivide((2n * multiple - 1n) * images, 2n * parts);
  const most = ceilDivide((2n * multiple + 1n) * images, 2n * parts) - 1n;
  const fewestErrors = fewest < 0n ? 0 : Number(fewest);
  const mostErrors = Math.min(total, Number(most));
  if (fewestErrors > mostErrors) throw new StatisticsError("no count of errors rounds to this loss");
  return {
    lower: clopperPearson({ correct: total - mostErrors, total, level }).lower,
    upper: clopperPearson({ correct: total - fewestErrors, total, level }).upper,
  };
}
