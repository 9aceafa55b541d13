import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg } from "@/server/statistics/benjamini-hochberg";
import { holm } from "@/server/statistics/holm";
import { mcnemar } from "@/server/statistics/mcnemar";

describe("corrected p-values", () => {
  test("of Benjamini and Hochberg agree with scipy.stats.false_discovery_control", () => {
    const adjusted = benjaminiHochberg([0.01, 0.04, 0.03, 0.005, 0.5, 0.04]);
    [0.03, 0.048, 0.048, 0.03, 0.5, 0.048].forEach((p, i) => expect(adjusted[i]).toBeCloseTo(p, 12));
  });

  test("of Holm are 3p, 2p and p in ascending order, made monotone", () => {
    const adjusted = holm([0.01, 0.04, 0.03]);
    [0.03, 0.06, 0.06].forEach((p, i) => expect(adjusted[i]).toBeCloseTo(p, 12));
  });

  test("keep the order, never fall below the raw ones, and Holm is never milder", () => {
    const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(family, (pValues) => {
        const [rate, any] = [benjaminiHochberg(pValues), holm(pValues)];
        pValues.forEach((p, i) => {
          expect(rate[i]).toBeGreaterThanOrEqual(p * (1 - 1e-12));
          expect(any[i]).toBeGreaterThanOrEqual(rate[i]! * (1 - 1e-12));
          expect(any[i]).toBeLessThanOrEqual(1);
          pValues.forEach((other, j) => {
            if (p <= other) expect(rate[i]).toBeLessThanOrEqual(rate[j]!);
          });
        });
      }),
      { seed: 5 },
    );
  });

  test("of an empty family are empty", () => {
    expect(benjaminiHochberg([])).toEqual([]);
    expect(holm([])).toEqual([]);
  });
});

describe("McNemar's exact test", () => {
  // scipy.stats.binomtest(min, sum, 0.5).pvalue (scipy 1.17).
  test.each([
    [0, 1, 1],
    [3, 10, 0.09228515625],
    [1, 20, 2.09808349609375e-5],
    [50, 80, 0.010694055123829345],
    [5, 5, 1],
    [120, 200, 9.07996856911584e-6],
  ])("of %d against %d images gives p = %d, whichever is first", (onlyFirst, onlySecond, p) => {
    expect(Math.abs(mcnemar({ onlyFirst, onlySecond }) / p - 1)).toBeLessThan(1e-10);
    expect(mcnemar({ onlyFirst: onlySecond, onlySecond: onlyFirst })).toBe(
      mcnemar({ onlyFirst, onlySecond }),
    );
  });

  test("finds no difference where the models never disagree", () => {
    expect(mcnemar({ onlyFirst: 0, onlySecond: 0 })).toBe(1);
  });
});
