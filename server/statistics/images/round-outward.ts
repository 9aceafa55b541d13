import type { Interval } from "../clopper-pearson";

/** The smallest interval between multiples of `1 / perUnit` that contains this one. */
export function roundOutward({ lower, upper }: Interval, perUnit: number): Interval {
  return { lower: Math.floor(lower * perUnit) / perUnit, upper: Math.ceil(upper * perUnit) / perUnit };
}
