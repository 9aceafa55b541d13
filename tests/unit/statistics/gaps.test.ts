import * as fc from "fast-check";
import { expect, test } from "vitest";
import { gaps } from "@/server/statistics/gaps";

test("the gaps of table 1's resnet152 are 11.3 points, at most 1 of them chance", () => {
  // Recht et al. 2019, table 1: 78.3 on the original set, 67.0 [66.1, 67.9] on the new one.
  const found = gaps({
    originalAccuracy: 0.783,
    newAccuracy: 0.67,
    newInterval: { lower: 0.661, upper: 0.679 },
  });
  expect(found.total).toBeCloseTo(-0.113, 12);
  expect(found.generalization.lower).toBeCloseTo(-0.009, 12);
  expect(found.generalization.upper).toBeCloseTo(0.009, 12);
  expect(found.remainder.lower).toBeCloseTo(-0.122, 12);
  expect(found.remainder.upper).toBeCloseTo(-0.104, 12);
});

test("the two parts add up to the whole for every true accuracy in the interval", () => {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fraction, fc.array(fraction, { minLength: 3, maxLength: 3 }), (originalAccuracy, three) => {
      const [lower, newAccuracy, upper] = three.sort((a, b) => a - b) as [number, number, number];
      const found = gaps({ originalAccuracy, newAccuracy, newInterval: { lower, upper } });
      expect(found.generalization.lower + found.remainder.upper).toBeCloseTo(found.total, 12);
      expect(found.generalization.upper + found.remainder.lower).toBeCloseTo(found.total, 12);
      expect(found.generalization.lower).toBeLessThanOrEqual(0);
      expect(found.generalization.upper).toBeGreaterThanOrEqual(0);
    }),
    { seed: 13 },
  );
});
