import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clopperPearson } from "@/server/statistics/clopper-pearson";
import { absent, referenceValues } from "./reference-data";

type Reference = {
  cases: { k: number; n: number; level: number; lower: number; upper: number }[];
  must_reject: { k: number; n: number }[];
};

const relative = (value: number, expected: number) =>
  expected === 0 ? Math.abs(value) : Math.abs(value / expected - 1);

// mpmath 1.3, 40 digits: root of the regularised incomplete beta function.
const exact = [
  { correct: 1, total: 10_000_000, lower: 2.5317807952240303e-9, upper: 5.571642117360731e-7 },
  { correct: 9_999_999, total: 10_000_000, lower: 0.9999994428357883, upper: 0.9999999974682192 },
];

// Recht et al. 2019, table 1: accuracy and 95 % interval as printed, in percent.
const table1 = [
  { images: 50_000, rows: ["82.9 82.5 83.2", "82.5 82.2 82.8", "78.3 77.9 78.7", "78.0 77.6 78.3"] },
  { images: 50_000, rows: ["77.1 76.8 77.5", "74.2 73.8 74.6", "56.5 56.1 57.0", "35.1 34.7 35.5"] },
  { images: 10_000, rows: ["72.2 71.3 73.1", "67.0 66.1 67.9", "66.1 65.1 67.0", "65.3 64.4 66.2"] },
  { images: 10_000, rows: ["61.9 60.9 62.8", "44.0 43.0 45.0", "24.1 23.2 24.9"] },
  { images: 10_000, rows: ["98.4 98.1 98.6", "97.1 96.8 97.4", "95.9 95.5 96.3", "93.5 93.0 93.9"] },
  { images: 10_000, rows: ["93.0 92.5 93.5", "88.5 87.9 89.2", "85.6 84.9 86.3"] },
  { images: 2_021, rows: ["95.5 94.5 96.4", "93.0 91.8 94.1", "89.7 88.3 91.0", "85.2 83.5 86.7"] },
  { images: 2_021, rows: ["84.9 83.2 86.4", "77.5 75.7 79.3", "73.1 71.1 75.1"] },
];

const percent = (fraction: number) => (100 * fraction).toFixed(1);

function printsAs(row: string, images: number): boolean {
  const accuracy = row.split(" ")[0]!;
  const middle = Math.round((Number(accuracy) / 100) * images);
  const reach = Math.ceil(images / 2000);
  return Array.from({ length: 2 * reach + 1 }, (_, i) => middle - reach + i).some((correct) => {
    if (percent(correct / images) !== accuracy) return false;
    const { lower, upper } = clopperPearson({ correct, total: images });
    return `${accuracy} ${percent(lower)} ${percent(upper)}` === row;
  });
}

describe("Clopper-Pearson intervals", () => {
  const reference = referenceValues<Reference>("clopper-pearson.json");

  test.skipIf(!reference)(reference ? "agree with every reference case" : absent, () => {
    for (const { k, n, level, lower, upper } of reference!.cases) {
      const interval = clopperPearson({ correct: k, total: n, level });
      expect(Math.abs(interval.lower - lower), `lower ${k}/${n}`).toBeLessThan(1e-9);
      expect(Math.abs(interval.upper - upper), `upper ${k}/${n}`).toBeLessThan(1e-9);
    }
  });

  test.skipIf(!reference)(reference ? "refuse what the reference refuses" : absent, () => {
    for (const { k, n } of reference!.must_reject) {
      expect(() => clopperPearson({ correct: k, total: n })).toThrow(/whole number/);
    }
  });

  test.each(exact)("hold ten digits at $correct of $total", ({ correct, total, lower, upper }) => {
    const interval = clopperPearson({ correct, total });
    expect(relative(interval.lower, lower)).toBeLessThan(1e-10);
    expect(relative(interval.upper, upper)).toBeLessThan(1e-10);
  });

  test.each(table1)("print as table 1 of the paper does, at $images images: $rows", ({ images, rows }) => {
    for (const row of rows) expect(printsAs(row, images), row).toBe(true);
  });

  test("the new CIFAR-10 rows of table 1 do not fit 2,000 images", () => {
    expect(printsAs("77.5 75.7 79.3", 2_000)).toBe(false);
  });

  test("contain the accuracy, mirror it, and narrow with a lower level", () => {
    const counts = fc
      .integer({ min: 1, max: 100_000 })
      .chain((total) =>
        fc.record({ correct: fc.integer({ min: 0, max: total }), total: fc.constant(total) }),
      );
    fc.assert(
      fc.property(counts, ({ correct, total }) => {
        const { lower, upper } = clopperPearson({ correct, total });
        const mirrored = clopperPearson({ correct: total - correct, total });
        const narrow = clopperPearson({ correct, total, level: 0.8 });
        expect(lower).toBeLessThanOrEqual(correct / total);
        expect(upper).toBeGreaterThanOrEqual(correct / total);
        expect(mirrored.lower).toBeCloseTo(1 - upper, 9);
        expect(narrow.lower).toBeGreaterThanOrEqual(lower);
        expect(narrow.upper).toBeLessThanOrEqual(upper);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test.each([0, 1, 95, Number.NaN])("refuse %d as a level", (level) => {
    expect(() => clopperPearson({ correct: 1, total: 2, level })).toThrow(/between 0 and 1/);
  });
});
