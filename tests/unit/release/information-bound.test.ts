import { expect, test } from "vitest";
import { biasCeiling, bitsGivenAway, possibleValues } from "@/server/release/information-bound";
import { rational } from "@/server/release/rational";

const gated = { kind: "gated-ladder", eta: "0.01", c: 3 } as const;

test("the bits are those of which submissions climbed, how many did, and the numbers released", () => {
  // C(100, 6) = 1,192,052,400.
  const which = Math.log2(1_192_052_400) + Math.log2(101);
  expect(bitsGivenAway({ submissions: 100, climbs: 6, releasedValues: [] })).toBeCloseTo(which, 9);
  expect(bitsGivenAway({ submissions: 100, climbs: 6, releasedValues: [101, 64] })).toBeCloseTo(
    which + Math.log2(101) + 6,
    9,
  );
});

test("nothing submitted gives nothing away", () => {
  expect(bitsGivenAway({ submissions: 0, climbs: 0, releasedValues: [] })).toBe(0);
  expect(biasCeiling({ bits: 0, images: 10_000 })).toBe(0);
});

test("two bits for each image's natural unit of information would allow any bias", () => {
  // I ln 2 = 2 n makes the square root one.
  expect(biasCeiling({ bits: 20_000 / Math.LN2, images: 10_000 })).toBeCloseTo(1, 12);
});

test("a first release may take any value on the grid, a later one none above the rung", () => {
  expect(possibleValues({ policy: gated, total: 10_000, below: null })).toBe(101);
  expect(possibleValues({ policy: gated, total: 10_000, below: rational(23n, 100n) })).toBe(24);
  expect(possibleValues({ policy: { kind: "parameter-free-ladder" }, total: 500, below: null })).toBe(501);
});
