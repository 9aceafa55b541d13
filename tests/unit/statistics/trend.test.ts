import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leverage } from "@/server/statistics/leverage";
import { type Line, linearFit } from "@/server/statistics/linear-fit";
import { type ScaleName, scales } from "@/server/statistics/scale";
import { trend } from "@/server/statistics/trend";
import { absent, referenceValues } from "./reference-data";

type Accepted = { lower_accept: [number, number]; upper_accept: [number, number] };
type InScale = {
  fit: {
    slope: number;
    intercept: number;
    r2: number;
    residual_sd: number;
    residual_accuracy: number[];
    leverage: number[];
  };
  index_replay: { indices: number[]; slope: number | null; intercept: number | null }[];
  bootstrap_exact: (Record<"slope" | "intercept", Accepted> & { band: Accepted[] }) | null;
};
type Reference = {
  cases: {
    name: string;
    orig: number[];
    new: number[];
    grid: number[];
    scales: Record<ScaleName, InScale>;
  }[];
};

const reference = referenceValues<Reference>("linear-fit.json");
const cases =
  reference?.cases.flatMap((given) =>
    (Object.keys(scales) as ScaleName[]).map((scale) => ({ given, scale, expected: given.scales[scale] })),
  ) ?? [];
const named = (original: number[], released: number[]) =>
  original.map((value, i) => ({ name: `model-${i}`, original: value, new: released[i]! }));

function expectWithin(
  interval: { lower: number | null; upper: number | null },
  { lower_accept, upper_accept }: Accepted,
) {
  expect(interval.lower).toBeGreaterThanOrEqual(lower_accept[0]);
  expect(interval.lower).toBeLessThanOrEqual(lower_accept[1]);
  expect(interval.upper).toBeGreaterThanOrEqual(upper_accept[0]);
  expect(interval.upper).toBeLessThanOrEqual(upper_accept[1]);
}

describe.skipIf(!reference)(reference ? "the reference cases" : absent, () => {
  for (const { given, scale, expected } of cases) {
    const { forward } = scales[scale];
    const [x, y] = [given.orig.map(forward), given.new.map(forward)];

    test(`${given.name}, ${scale}: line, residuals and leverages agree to 1e-9`, () => {
      const found = trend(named(given.orig, given.new), { scale, resamples: 0 });
      expect(found.slope).toBeCloseTo(expected.fit.slope, 9);
      expect(found.intercept).toBeCloseTo(expected.fit.intercept, 9);
      expect(found.r2).toBeCloseTo(expected.fit.r2, 9);
      expect(found.residualSd).toBeCloseTo(expected.fit.residual_sd, 9);
      expected.fit.residual_accuracy.forEach((residual, i) => {
        expect(found.points[i]!.residual).toBeCloseTo(residual, 9);
      });
      const line = linearFit(x, y) as Line;
      expected.fit.leverage.forEach((value, i) => expect(leverage(line, x[i]!)).toBeCloseTo(value, 9));
    });

    test(`${given.name}, ${scale}: a resample with given indices has the given line`, () => {
      for (const { indices, slope, intercept } of expected.index_replay) {
        const found = linearFit(
          indices.map((i) => x[i]!),
          indices.map((i) => y[i]!),
        );
        if (slope === null) expect(found).toHaveProperty("reason", "no_spread");
        else {
          expect((found as Line).slope).toBeCloseTo(slope, 9);
          expect((found as Line).intercept).toBeCloseTo(intercept!, 9);
        }
      }
    });

    test(`${given.name}, ${scale}: bootstrap intervals lie where exact enumeration allows`, () => {
      const exact = expected.bootstrap_exact;
      if (!exact) return;
      const found = trend(named(given.orig, given.new), { scale, grid: given.grid });
      expectWithin(found.slopeInterval!, exact.slope);
      expectWithin(found.interceptInterval!, exact.intercept);
      exact.band.forEach((accepted, i) => expectWithin(found.band![i]!, accepted));
    });
  }
});

// Recht et al. 2019, table 1: original and new accuracy of seven CIFAR-10 models as printed.
const original = [0.984, 0.971, 0.959, 0.935, 0.93, 0.885, 0.856];
const released = [0.955, 0.93, 0.897, 0.852, 0.849, 0.775, 0.731];

describe("the trend", () => {
  // scipy.stats.linregress on the same rows (scipy 1.17).
  test("of table 1's CIFAR-10 rows is scipy's line", () => {
    const { slope, intercept, r2 } = trend(named(original, released), { resamples: 0 });
    expect(slope).toBeCloseTo(1.733496602241637, 12);
    expect(intercept).toBeCloseTo(-0.7590568352307817, 12);
    expect(r2).toBeCloseTo(0.9925094517953701, 12);
  });

  test("is the same for the same seed and differs between seeds", () => {
    const models = named(original, released);
    const first = trend(models, { resamples: 2000, seed: 7 });
    expect(trend(models, { resamples: 2000, seed: 7 })).toEqual(first);
    expect(trend(models, { resamples: 2000, seed: 8 }).slopeInterval).not.toEqual(first.slopeInterval);
  });

  test("does not exist for fewer than two models", () => {
    for (const models of [[], named([0.5], [0.4])]) {
      expect(trend(models)).toMatchObject({
        models: models.length,
        slope: null,
        band: null,
        reason: "too_few_models",
      });
    }
  });

  test("does not exist where all models have the same original accuracy", () => {
    const found = trend(named([0.1, 0.1, 0.1], [0.4, 0.5, 0.6]));
    expect(found).toMatchObject({ models: 3, slope: null, intercept: null, reason: "no_spread" });
  });

  test("of two models has no interval and no residual standard deviation", () => {
    const found = trend(named([0.5, 0.7], [0.4, 0.6]));
    expect(found.slope).toBeCloseTo(1, 12);
    expect(found).toMatchObject({ residualSd: null, slopeInterval: null, droppedResamples: null });
    expect(found.band![0]).toMatchObject({ lower: null, upper: null });
  });

  test.each(["logit", "probit"] as const)("in %s leaves 0 and 1 out of the fit and marks them", (scale) => {
    const found = trend(named([...original, 1, 0.5], [...released, 0.99, 0]), { scale, resamples: 100 });
    expect(found.slope).toBe(trend(named(original, released), { scale, resamples: 0 }).slope);
    expect(found.points.slice(7)).toEqual([
      { name: "model-7", residual: null, excluded: "zero_or_one" },
      { name: "model-8", residual: null, excluded: "zero_or_one" },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity/);
  });

  test("a model kept out of the fit has a residual and does not move the line", () => {
    const extra = { name: "outsider", original: 0.9, new: 0.1, inFit: false };
    const found = trend([...named(original, released), extra], { resamples: 0 });
    expect(found.models).toBe(7);
    expect(found.slope).toBeCloseTo(1.733496602241637, 12);
    expect(found.points[7]).toMatchObject({ excluded: "not_in_fit" });
    expect(found.points[7]!.residual).toBeLessThan(-0.6);
  });

  test("refuses a percent", () => {
    expect(() => trend(named([0.5, 56], [0.4, 0.5]))).toThrow("percent given where a fraction is expected");
  });

  test("counts resamples without spread: one in nine of three models", () => {
    // 3 of 27 draws hold one model only; 6 standard errors of 20,000 resamples are 267.
    const { droppedResamples } = trend(named([0.5, 0.6, 0.7], [0.4, 0.5, 0.7]), { resamples: 20_000 });
    expect(Math.abs(droppedResamples! - 20_000 / 9)).toBeLessThan(267);
  });

  test("follows models that lie on a line exactly", () => {
    const lines = fc.record({
      slope: fc.double({ min: 0.2, max: 1.2, noNaN: true }),
      x: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 3, maxLength: 20 }),
    });
    fc.assert(
      fc.property(lines, ({ slope, x }) => {
        const places = x.map((value) => value / 100);
        const models = named(
          places,
          places.map((value) => slope * (value - 0.5) + 0.4),
        );
        const found = trend(
          models.filter((model) => model.new >= 0 && model.new <= 1),
          { resamples: 50 },
        );
        if (found.slope === null) return;
        expect(found.slope).toBeCloseTo(slope, 9);
        expect(found.intercept).toBeCloseTo(0.4 - slope / 2, 9);
        for (const { residual } of found.points) expect(residual).toBeCloseTo(0, 9);
      }),
      { seed: 6 },
    );
  });
});
