import type { AverageChange } from "../statistics/images/average-change";
import { changeVerdict } from "../statistics/images/average-change";
import type { LineInterval } from "../statistics/images/line-over-images";
import type { ScaleName } from "../statistics/scale";

/** Intervals that rest on answers to hidden images, or on counts alone, which are public. */
type Intervals = { both: LineInterval; change: AverageChange };

/** A slope or an intercept in a scale's units is told to .01, a change or an intercept in accuracy to .1 points. */
const perUnit = 100;
const perFraction = 1000;

/**
 * What may leave of intervals that rest on answers to hidden images: each end rounded outward, and no nearer than half of nor
 * farther than twice as far as the end that counts alone give. So each is one of a few values that anybody could list, and `bits`
 * is the logarithm of how many there were.
 * @param line the observed line, in the scale's units
 */
export function releaseIntervals({
  line,
  scale,
  exact,
  assumed,
}: {
  line: { slope: number; intercept: number };
  scale: ScaleName;
  exact: Intervals;
  assumed: Intervals;
}): { both: LineInterval; change: AverageChange; bits: number } {
  let bits = 0;
  const end = (from: number, truth: number, guess: number, steps: number) => {
    const side = guess < from ? -1 : 1;
    const outward = (distance: number) => Math.ceil((side * from + distance) * steps - 1e-9);
    const reach = Math.abs(guess - from);
    const within = Math.min(2 * reach, Math.max(reach / 2, side * (truth - from)));
    bits += Math.log2(outward(2 * reach) - outward(reach / 2) + 1);
    return (side * outward(within)) / steps;
  };
  const interval = (of: keyof LineInterval, steps: number) => ({
    lower: end(line[of], exact.both[of].lower, assumed.both[of].lower, steps),
    upper: end(line[of], exact.both[of].upper, assumed.both[of].upper, steps),
  });
  const both = {
    slope: interval("slope", perUnit),
    intercept: interval("intercept", scale === "linear" ? perFraction : perUnit),
  };
  const { mean } = assumed.change;
  const change = {
    lower: end(mean, exact.change.interval.lower, assumed.change.interval.lower, perFraction),
    upper: end(mean, exact.change.interval.upper, assumed.change.interval.upper, perFraction),
  };
  return { both, change: { ...assumed.change, interval: change, verdict: changeVerdict(change) }, bits };
}
