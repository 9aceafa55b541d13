import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scales } from "@/server/statistics/scale";

// scipy.special.ndtri (scipy 1.17).
const normalQuantiles = [
  [1e-10, -6.361340902404056],
  [0.0001, -3.7190164854556804],
  [0.025, -1.9599639845400545],
  [0.3, -0.5244005127080409],
  [0.6, 0.2533471031357997],
  [0.9, 1.2815515655446004],
  [0.999, 3.090232306167813],
] as const;

describe("scales", () => {
  test.each(normalQuantiles)("probit of %d is the normal quantile %d", (p, z) => {
    expect(Math.abs(scales.probit.forward(p) - z)).toBeLessThan(1e-14);
    expect(Math.abs(scales.probit.back(z) / p - 1)).toBeLessThan(1e-13);
  });

  test("logit of 9/10 is ln 9", () => {
    expect(scales.logit.forward(0.9)).toBeCloseTo(Math.log(9), 14);
  });

  describe.each(["linear", "logit", "probit"] as const)("%s", (name) => {
    const scale = scales[name];
    const inside = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

    test("comes back to the fraction it started from", () => {
      fc.assert(
        fc.property(inside, (p) => {
          expect(Math.abs(scale.back(scale.forward(p)) - p)).toBeLessThan(1e-14);
        }),
        { seed: 3 },
      );
    });

    test("has the derivative that finite differences find", () => {
      fc.assert(
        fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (p) => {
          const slope = (scale.forward(p + 1e-6) - scale.forward(p - 1e-6)) / 2e-6;
          expect(scale.derivative(p) / slope).toBeCloseTo(1, 6);
        }),
        { seed: 4 },
      );
    });
  });

  test.each(["logit", "probit"] as const)("%s has no finite place for 0 and 1", (name) => {
    expect(scales[name].forward(0)).toBe(-Infinity);
    expect(scales[name].forward(1)).toBe(Infinity);
    expect(scales[name].back(-Infinity)).toBe(0);
    expect(scales[name].back(Infinity)).toBe(1);
  });
});
