import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ClimbedEntry, deviations, type ReferenceModel } from "@/server/statistics/deviations";
import type { ScaleName } from "@/server/statistics/scale";
import { absent, referenceValues } from "./reference-data";

// Recht et al. 2019, table 1: seven CIFAR-10 models as printed.
const original = [0.984, 0.971, 0.959, 0.935, 0.93, 0.885, 0.856];
const released = [0.955, 0.93, 0.897, 0.852, 0.849, 0.775, 0.731];
const references: ReferenceModel[] = original.map((accuracy, i) => ({
  id: `model-${i}`,
  original: { accuracy, total: 10_000 },
  new: { accuracy: released[i]!, total: 2021 },
}));

const entry = (id: string, x: number, y: number, images = 2021, step?: number): ClimbedEntry => ({
  id,
  team: id,
  decidedAt: 0,
  original: { accuracy: x, total: 10_000 },
  new: { accuracy: y, total: images },
  step,
});

// Refitted without the model by scipy.stats.linregress (scipy 1.17): residual, t, p, interval of the residual.
const leftOut: Record<string, number[][]> = {
  linear: [
    [0.01288785303, 1.513243649343, 0.204770988081, -0.010758316889, 0.036534022949],
    [0.00792103331, 0.864038526837, 0.436301544889, -0.017531899028, 0.033373965648],
    [-0.007973555135, -0.914255579804, 0.412307744402, -0.032187941806, 0.016240831536],
    [-0.01140267237, -1.503656380437, 0.207103376866, -0.032457279195, 0.009651934454],
    [-0.004778384223, -0.512438540303, 0.635342499332, -0.030668165034, 0.021111396588],
    [-0.000126914661, -0.010267428021, 0.992299598104, -0.034446277614, 0.034192448292],
    [0.014801013942, 1.073651000446, 0.343432899309, -0.023474182275, 0.053076210158],
  ],
  probit: [
    [-0.00026464619, -0.053667988605, 0.959773143016, -0.012334097805, 0.015162386558],
    [0.00534728603, 1.274653364651, 0.271443249207, -0.005919922919, 0.018064956209],
    [-0.005415494225, -1.516723456406, 0.203931050274, -0.014782699015, 0.004661220792],
    [-0.005127625391, -1.067894876864, 0.345731958737, -0.017891831257, 0.008457081782],
    [0.001780870705, 0.320497410368, 0.764635870616, -0.013187051885, 0.017789324741],
    [0.00263337496, 0.336135750592, 0.7536615802, -0.018592722273, 0.025036090285],
    [0.002889710079, 0.298645821081, 0.78008234713, -0.023365380338, 0.030470516628],
  ],
};
const ofEntries: Record<string, number[][]> = {
  linear: [
    [0.052235063101, 5.095856443499, 0.003783372916, 0.02092977571, 0.083540350493],
    [-0.007764936899, 0, 1, -0.04907022429, 0.033540350493],
    [-0.061090106787, -5.651494636561, 0.002408920359, -0.088876936456, -0.033303277117],
  ],
  probit: [
    [0.055962349514, 5.128116956949, 0.003681905233, 0.020781179441, 0.095742116351],
    [-0.004037650486, 0, 1, -0.034285334123, 0.026896186058],
    [-0.056960960256, -8.543129456631, 0.000361816064, -0.072520776535, -0.040654776122],
  ],
};

describe.each(["linear", "probit"] as ScaleName[])("deviations in %s scale", (scale) => {
  const entries = [
    entry("few images, rounded", 0.95, 0.94, 1000, 0.02),
    entry("line in the rounding cell", 0.95, 0.88, 2021, 0.04),
    entry("far below", 0.9, 0.74),
  ];
  const judged = deviations({ references, entries, scale });

  test("of reference models are those of a refit without each", () => {
    judged.references.forEach(({ deviation }, i) => {
      const { residual, t, p, interval } = deviation!;
      const found = [residual, t, p, interval.lower, interval.upper];
      found.forEach((value, column) => expect(value).toBeCloseTo(leftOut[scale]![i]![column]!, 9));
    });
  });

  test("of entries count the rounding cell and what sampling noise the references lack", () => {
    judged.entries.forEach(({ deviation }, i) => {
      const { residual, t, p, interval } = deviation!;
      const found = [residual, t, p, interval.lower, interval.upper];
      found.forEach((value, column) => expect(value).toBeCloseTo(ofEntries[scale]![i]![column]!, 9));
    });
  });

  test("mark above and below", () => {
    expect(judged.entries.map(({ mark }) => mark)).toEqual(["above", null, "below"]);
    expect(judged.references.every(({ mark }) => mark === null)).toBe(true);
  });
});

type Reference = {
  cases: {
    orig: number[];
    new: number[];
    scales: Record<
      ScaleName,
      { fit: { leave_one_out: { lower: number; upper: number; deleted_residual_accuracy: number }[] } }
    >;
  }[];
};
const independent = referenceValues<Reference>("linear-fit.json");

test.skipIf(!independent)(
  independent ? "residuals and intervals agree with the reference's leave-one-out" : absent,
  () => {
    for (const { orig, new: y, scales } of independent!.cases) {
      for (const scale of Object.keys(scales) as ScaleName[]) {
        // With boundless test sets nothing but the residual variance is left.
        const models = orig.map((accuracy, i) => ({
          id: `${i}`,
          original: { accuracy, total: 1e15 },
          new: { accuracy: y[i]!, total: 1e15 },
        }));
        const judged = deviations({ references: models, entries: [], scale });
        scales[scale].fit.leave_one_out.forEach(({ lower, upper, deleted_residual_accuracy }, i) => {
          const { residual, interval } = judged.references[i]!.deviation!;
          expect(residual).toBeCloseTo(deleted_residual_accuracy, 9);
          expect(interval.lower).toBeCloseTo(y[i]! - upper, 9);
          expect(interval.upper).toBeCloseTo(y[i]! - lower, 9);
        });
      }
    }
  },
);

describe("families", () => {
  test("hold one p a team, of its latest climb", () => {
    const climbs = [
      { ...entry("early", 0.9, 0.5), team: "a", decidedAt: 1 },
      { ...entry("late", 0.9, 0.8), team: "a", decidedAt: 3 },
      { ...entry("only", 0.9, 0.5), team: "b", decidedAt: 2 },
    ];
    const [early, late, only] = deviations({ references, entries: climbs }).entries;
    expect(early).toMatchObject({ adjustedP: null, mark: null });
    expect(early!.deviation!.p).toBeLessThan(0.01);
    expect(late!.adjustedP).toBe(late!.deviation!.p);
    expect(only!.adjustedP).toBe(Math.min(late!.adjustedP!, 2 * only!.deviation!.p));
  });

  test("are corrected apart: a thousand entries change no reference model", () => {
    const crowd = Array.from({ length: 1000 }, (_, i) => entry(`e${i}`, 0.9, 0.5));
    const alone = deviations({ references, entries: [] }).references;
    expect(deviations({ references, entries: crowd }).references).toEqual(alone);
  });
});

describe("a deviation is unknown", () => {
  test("for every model where there is no line", () => {
    const found = deviations({ references: references.slice(0, 1), entries: [entry("e", 0.9, 0.8)] });
    expect([...found.references, ...found.entries].every(({ deviation }) => deviation === null)).toBe(true);
  });

  test("for reference models where three cannot spare one, and known for an entry", () => {
    const found = deviations({ references: references.slice(0, 3), entries: [entry("e", 0.9, 0.8)] });
    expect(found.references.every(({ deviation }) => deviation === null)).toBe(true);
    expect(found.entries[0]!.deviation).not.toBeNull();
  });

  test("for an accuracy of 1 in probit scale", () => {
    const found = deviations({ references, entries: [entry("e", 0.99, 1)], scale: "probit" });
    expect(found.entries[0]).toEqual({ id: "e", deviation: null, adjustedP: null, mark: null });
  });
});

test("a reference model kept out of the fit is judged as a new one and does not move the line", () => {
  const outsider = { ...references[0]!, id: "outsider", new: { accuracy: 0.6, total: 2021 }, inFit: false };
  const found = deviations({ references: [...references, outsider], entries: [] });
  const alone = deviations({ references, entries: [] });
  expect(found.references[7]).toMatchObject({ id: "outsider", mark: "below" });
  expect(found.references.slice(0, 7).map(({ deviation }) => deviation)).toEqual(
    alone.references.map(({ deviation }) => deviation),
  );
});

test("the interval of a residual leaves 0 out exactly where p is below 0.05", () => {
  const places = fc.record({
    x: fc.double({ min: 0.7, max: 0.98, noNaN: true }),
    y: fc.double({ min: 0.6, max: 0.97, noNaN: true }),
    step: fc.constantFrom(undefined, 0.01, 0.02),
    scale: fc.constantFrom("linear" as const, "logit" as const, "probit" as const),
  });
  fc.assert(
    fc.property(places, ({ x, y, step, scale }) => {
      const entries = [entry("e", x, y, 2021, step)];
      const { p, interval } = deviations({ references, entries, scale }).entries[0]!.deviation!;
      expect(interval.lower > 0 || interval.upper < 0).toBe(p < 0.05);
    }),
    { seed: 9, numRuns: 300 },
  );
});
