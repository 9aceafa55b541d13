import * as fc from "fast-check";
import { expect, test } from "vitest";
import { releaseIntervals } from "@/server/release/release-intervals";

const line = { slope: 0.8385, intercept: -0.4966 };
const change = (lower: number, upper: number) => ({
  models: 30,
  mean: (lower + upper) / 2,
  interval: { lower, upper },
  verdict: "harder" as const,
});
const assumed = {
  both: { slope: { lower: 0.7455, upper: 0.9276 }, intercept: { lower: -0.7003, upper: -0.2609 } },
  change: change(-0.0927, -0.0695),
};

test("ends are rounded outward, to .01 and to a tenth of a point, and their bits are counted", () => {
  const exact = {
    both: { slope: { lower: 0.7458, upper: 0.9265 }, intercept: { lower: -0.6951, upper: -0.2676 } },
    change: change(-0.092, -0.0702),
  };
  const { bits, ...found } = releaseIntervals({ line, scale: "logit", exact, assumed });
  expect(found.both).toEqual({
    slope: { lower: 0.74, upper: 0.93 },
    intercept: { lower: -0.7, upper: -0.26 },
  });
  expect(found.change).toMatchObject({ interval: { lower: -0.092, upper: -0.07 }, verdict: "harder" });
  // Each end lies between half and twice its assumed distance: about 1.5 * distance / step values.
  const values = [0.093, 0.0891, 0.2037, 0.2357].map((reach) => (1.5 * reach) / 0.01).concat([17.4, 17.4]);
  const about = values.reduce((sum, value) => sum + Math.log2(value), 0);
  expect(bits).toBeGreaterThan(about - 2);
  expect(bits).toBeLessThan(about + 2);
});

test("whatever the hidden images were, what leaves is one of so many values that anybody could list", () => {
  const ends = fc.double({ min: 0, max: 3, noNaN: true });
  const seen = new Set<string>();
  let bits = 0;
  fc.assert(
    fc.property(ends, ends, (below, above) => {
      const exact = {
        both: {
          slope: { lower: line.slope - below, upper: line.slope + above },
          intercept: assumed.both.intercept,
        },
        change: assumed.change,
      };
      const found = releaseIntervals({ line, scale: "logit", exact, assumed });
      seen.add(JSON.stringify(found.both.slope));
      bits = found.bits;
      expect(found.both.slope.lower).toBeLessThan(line.slope);
      expect(found.both.slope.upper).toBeGreaterThan(line.slope);
      expect(100 * found.both.slope.lower).toBeCloseTo(Math.round(100 * found.both.slope.lower), 9);
    }),
    { seed: 3, numRuns: 3000 },
  );
  expect(Math.log2(seen.size)).toBeLessThan(bits);
});
