import { StatisticsError } from "./statistics-error";

/**
 * An accuracy as a fraction in [0, 1], as it was given.
 * @throws StatisticsError outside [0, 1] or not finite; a value above 1 is refused as a percentage, never divided by 100.
 */
export function checkedFraction(value: number): number {
  if (!Number.isFinite(value)) throw new StatisticsError("a fraction is expected, not a missing number");
  if (value > 1) throw new StatisticsError("percent given where a fraction is expected");
  if (value < 0) throw new StatisticsError("a fraction is expected, not a negative number");
  return value;
}
