import { expect, test } from "vitest";
import { poolBits } from "@/server/audit/meters/pool-bits";

const policy = { kind: "gated-ladder", eta: "0.01", c: 3, climbs: 6, noise: "1" } as const;
const recordLadder = { decided: 0, climbs: 0 };
const nothing = {
  policy,
  images: 10_000,
  decided: 0,
  climbs: 0,
  recordLadder,
  rungs: [],
  others: [],
  late: [],
  intervals: 0,
};
const first = (climbs: number) => ({ before: null, climbs });
const log2Choose = (n: number, k: number) =>
  Array.from({ length: k }, (_, i) => Math.log2((n - i) / (i + 1))).reduce((sum, bits) => sum + bits, 0);

test("nothing scored has given nothing away", () => {
  expect(poolBits(nothing)).toBe(0);
});

test("the bits are guard.md's: which climbed, and each number among those possible then", () => {
  // A first release is one of 101 losses; after a rung of 0.3 a climb is one of the 31 losses from 0 to 0.3.
  const rungs = [first(1), { before: { numerator: "3", denominator: "10" }, climbs: 1 }];
  const expected = log2Choose(5, 2) + Math.log2(6) + Math.log2(101) + Math.log2(31);
  expect(poolBits({ ...nothing, decided: 5, climbs: 2, rungs })).toBeCloseTo(expected, 10);
});

test("every rounded number of a climb counts", () => {
  const others = [
    { images: 10_000, scores: 1, exact: false },
    { images: 2_000, scores: 1, exact: false },
  ];
  const bits = poolBits({ ...nothing, decided: 1, climbs: 1, rungs: [first(1)], others });
  expect(bits).toBeCloseTo(Math.log2(2) + 3 * Math.log2(101), 10);
});

test("an exact score that was let out counts with every count that it could have had", () => {
  const others = [{ images: 2_000, scores: 3, exact: true }];
  expect(poolBits({ ...nothing, others })).toBeCloseTo(3 * Math.log2(2001), 10);
});

test("which climbs were records counts where an earlier version's ladder decided it", () => {
  const bits = poolBits({ ...nothing, recordLadder: { decided: 6, climbs: 2 } });
  expect(bits).toBeCloseTo(log2Choose(6, 2) + Math.log2(7), 10);
});

test("a late result counts for its window, as if both planned and overrun", () => {
  const late = [
    { windows: 2, results: 3 },
    { windows: 8, results: 1 },
  ];
  expect(poolBits({ ...nothing, late })).toBe(3 * 2 + 6);
});
