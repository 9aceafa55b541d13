import { describe, expect, test } from "vitest";
import { type AdaptivityWindow, adaptivity, type PartRates } from "@/server/statistics/adaptivity";
import { seededRandom } from "@/server/statistics/seeded-random";

const window = (rates: PartRates, submissions = 1): AdaptivityWindow => ({
  from: "2026-01-01T00:00:00.000Z",
  to: "2026-01-02T00:00:00.000Z",
  submissions,
  sampled: submissions,
  rates,
});

/** Right on the first `right` of `images` images. */
const rates = (images: number, right: number) =>
  Float64Array.from({ length: images }, (_, i) => (i < right ? 1 : 0));

const part = (guarded: number, audit: number): PartRates => ({
  guarded: rates(1000, guarded),
  audit: rates(250, audit),
});

describe("adaptivity", () => {
  test("is the difference between the parts, less that of the references", () => {
    const found = adaptivity({
      windows: [window(part(800, 195)), window(part(850, 195), 3)],
      references: { models: 4, rates: part(700, 180) },
      resamples: 200,
      random: seededRandom(1),
    });
    // 0.80 - 0.78 - (0.70 - 0.72) = 0.04; 0.85 - 0.78 + 0.02 = 0.09; weighed 1 to 3: 0.0775
    expect(found.windows.map(({ difference }) => difference)).toEqual([
      expect.closeTo(0.04, 12),
      expect.closeTo(0.09, 12),
    ]);
    expect(found.overall.difference).toBeCloseTo(0.0775, 12);
    expect(found.images).toEqual({ guarded: 1000, audit: 250 });
  });

  test("has the standard error of a difference of two means over images", () => {
    const found = adaptivity({
      windows: [window(part(800, 200))],
      references: null,
      resamples: 4000,
      random: seededRandom(2),
    });
    // sqrt(0.16/1000 + 0.16/250) = 0.02828; the interval is 2 * 1.96 of it wide
    expect(found.overall.upper - found.overall.lower).toBeCloseTo(2 * 1.96 * 0.02828, 2);
  });

  test("does not shrink its interval with more submissions on the same images", () => {
    const width = (submissions: number) => {
      const windows = Array.from({ length: submissions }, () => window(part(800, 200)));
      const { overall } = adaptivity({ windows, references: null, resamples: 1000, random: seededRandom(3) });
      return overall.upper - overall.lower;
    };
    expect(width(50) / width(1)).toBeCloseTo(1, 1);
  });

  test("covers no adaptivity at its level when there is none", () => {
    const random = seededRandom(4);
    const draw = (images: number) =>
      Float64Array.from({ length: images }, () => (random.fraction() < 0.7 ? 1 : 0));
    let covered = 0;
    for (let i = 0; i < 300; i++) {
      const { lower, upper } = adaptivity({
        windows: [window({ guarded: draw(400), audit: draw(100) })],
        references: null,
        resamples: 300,
        random,
      }).overall;
      if (lower <= 0 && upper >= 0) covered += 1;
    }
    expect(covered / 300).toBeGreaterThan(0.9);
    expect(covered / 300).toBeLessThan(0.99);
  });
});
