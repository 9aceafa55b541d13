import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDecimal } from "@/server/release/rational";
import { clopperPearson } from "@/server/statistics/clopper-pearson";
import { releasedInterval } from "@/server/statistics/released-interval";
import { roundedAccuracy } from "@/server/statistics/rounded-accuracy";
import { absent, referenceValues } from "./reference-data";

type Released = { released_interval: { n: number; eta: string; R: string; lower: number; upper: number }[] };

const ratio = (text: string) => {
  const [numerator, denominator = "1"] = text.split("/");
  return { numerator: BigInt(numerator!), denominator: BigInt(denominator) };
};

describe("the interval of a released score", () => {
  test("at 10,000 images, step 0.01 and accuracy 0.72 covers 7,151 to 7,250 correct", () => {
    // Both ends by scipy.stats.beta.ppf.
    const { lower, upper } = releasedInterval({
      loss: { numerator: 28, denominator: 100 },
      eta: { numerator: 1, denominator: 100 },
      total: 10_000,
    });
    expect(lower).toBeCloseTo(0.70614161494378, 12);
    expect(upper).toBeCloseTo(0.7337349848447318, 12);
  });

  const reference = referenceValues<Released>("ladder.json");
  test.skipIf(!reference)(reference ? "agrees with every reference case" : absent, () => {
    expect(reference!.released_interval.length).toBeGreaterThan(0);
    for (const { n, eta, R, lower, upper } of reference!.released_interval) {
      const interval = releasedInterval({ loss: ratio(R), eta: parseDecimal(eta)!, total: n });
      expect(interval.lower, `${R} of ${n}`).toBeCloseTo(lower, 9);
      expect(interval.upper, `${R} of ${n}`).toBeCloseTo(upper, 9);
    }
  });

  test("is the same for every count that rounds to the same loss, and contains each one's own", () => {
    const cases = fc
      .record({ total: fc.integer({ min: 20, max: 3000 }), step: fc.integer({ min: 1, max: 40 }) })
      .chain(({ total, step }) =>
        fc.record({
          total: fc.constant(total),
          step: fc.constant(step),
          correct: fc.integer({ min: 0, max: total }),
        }),
      );
    fc.assert(
      fc.property(cases, ({ total, step, correct }) => {
        const eta = { numerator: step, denominator: 100 };
        const accuracy = roundedAccuracy({ correct, total, eta });
        const loss = { numerator: Math.round((1 - accuracy) * 100), denominator: 100 };
        const released = releasedInterval({ loss, eta, total });
        const own = clopperPearson({ correct, total });
        expect(released.lower).toBeLessThanOrEqual(own.lower);
        expect(released.upper).toBeGreaterThanOrEqual(own.upper);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  test("of a loss that is no multiple of the step is refused", () => {
    const eta = { numerator: 1, denominator: 50 };
    expect(() => releasedInterval({ loss: { numerator: 1, denominator: 100 }, eta, total: 1000 })).toThrow(
      /multiple/,
    );
  });

  test("of a loss that no count rounds to is refused", () => {
    const eta = { numerator: 1, denominator: 100 };
    expect(() => releasedInterval({ loss: { numerator: 1, denominator: 100 }, eta, total: 10 })).toThrow(
      /no count/,
    );
  });
});
