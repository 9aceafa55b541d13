import type { Interval } from "./clopper-pearson";

/** How many numbers of an ascending list are at most `bound`. */
function countAtMost(ascending: Float64Array, bound: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The ranks that an entry cannot be told apart from: from one more than the number of entries surely better (their lower end
 * above its upper) to the number of those not surely worse (their upper end not below its lower).
 * @param intervals the intervals shown, one per entry
 * @returns first and last rank, in the same order
 */
export function rankRanges(intervals: readonly Interval[]): [first: number, last: number][] {
  const lowers = Float64Array.from(intervals, (interval) => interval.lower).sort();
  const negatedUppers = Float64Array.from(intervals, (interval) => -interval.upper).sort();
  const count = intervals.length;
  return intervals.map(({ lower, upper }) => [
    1 + count - countAtMost(lowers, upper),
    countAtMost(negatedUppers, -lower),
  ]);
}
