import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bootstrapFit } from "@/server/statistics/bootstrap-fit";
import { centralInterval } from "@/server/statistics/central-interval";
import { type Line, linearFit } from "@/server/statistics/linear-fit";
import { resampledLines } from "@/server/statistics/resampled-lines";
import { seededRandom } from "@/server/statistics/seeded-random";
import { selectInPlace } from "@/server/statistics/select-in-place";

const chiSquared = (bins: Float64Array) =>
  bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);

const type7 = (sorted: Float64Array, probability: number) => {
  const place = probability * (sorted.length - 1);
  const whole = Math.floor(place);
  const next = sorted[Math.min(whole + 1, sorted.length - 1)]!;
  return sorted[whole]! + (place - whole) * (next - sorted[whole]!);
};

describe("the seeded generator", () => {
  test("fills sixteen bins evenly, from low bits and from high", () => {
    const random = seededRandom(1);
    const [low, high] = [new Float64Array(16), new Float64Array(16)];
    for (let i = 0; i < 160_000; i++) {
      const number = random.uint32();
      low[number & 15]! += 1;
      high[number >>> 28]! += 1;
    }
    // The chi-squared distribution with 15 degrees of freedom exceeds 44.3 once in ten thousand (published tables).
    expect(chiSquared(low)).toBeLessThan(44.3);
    expect(chiSquared(high)).toBeLessThan(44.3);
  });

  test("has streams that differ between seeds, beyond 32 bits too", () => {
    const first = [0, 1, 2, 2 ** 32, 2 ** 40].map((seed) => seededRandom(seed).uint32());
    expect(new Set(first).size).toBe(5);
  });

  test("gives fractions from 0 to below 1 whose mean is a half", () => {
    const random = seededRandom(3);
    let sum = 0;
    for (let i = 0; i < 100_000; i++) {
      const fraction = random.fraction();
      if (!(fraction >= 0 && fraction < 1)) throw new Error(`${fraction} is no fraction`);
      sum += fraction;
    }
    // Five standard errors of 100,000 uniform numbers.
    expect(Math.abs(sum / 100_000 - 0.5)).toBeLessThan((5 * Math.sqrt(1 / 12)) / Math.sqrt(100_000));
  });
});

describe("resampled lines", () => {
  test("are the least-squares lines of the models that the generator names", () => {
    const random = seededRandom(11);
    const x = Float64Array.from({ length: 40 }, () => 0.5 + 0.3 * random.fraction());
    const y = x.map((value) => 1.1 * value - 0.2 + 0.02 * random.fraction());
    const { slopes, intercepts, dropped } = resampledLines({ x, y, resamples: 700, random: seededRandom(5) });
    const twin = seededRandom(5);
    for (let resample = 0; resample < 700; resample++) {
      const indices = Array.from(x, () => Math.floor((twin.uint32() * x.length) / 2 ** 32));
      const line = linearFit(
        indices.map((i) => x[i]!),
        indices.map((i) => y[i]!),
      ) as Line;
      expect(slopes[resample]).toBeCloseTo(line.slope, 10);
      expect(intercepts[resample]).toBeCloseTo(line.intercept, 10);
    }
    expect(dropped).toBe(0);
  });

  test("are dropped where every draw has the same x, however close the others lie", () => {
    const x = [0.9, 0.9, 0.9, 0.900001];
    const found = resampledLines({ x, y: [0.1, 0.2, 0.3, 0.4], resamples: 10_000, random: seededRandom(1) });
    // (3/4)^4 + (1/4)^4 = 82/256 of the resamples; 6 standard errors are 280.
    expect(Math.abs(found.dropped - (10_000 * 82) / 256)).toBeLessThan(280);
    expect(found.slopes.every(Number.isFinite)).toBe(true);
    expect(found.slopes).toHaveLength(10_000 - found.dropped);
  });

  test("are refused for more models than the draws can index", () => {
    const x = new Float64Array(65_537);
    expect(() => resampledLines({ x, y: x, resamples: 1, random: seededRandom(1) })).toThrow(/65,536/);
  });
});

describe("percentile intervals", () => {
  // numpy.quantile([..], [0.025, 0.975]) (numpy 2.4).
  test("of 1, 2, 4, 8, 16 are numpy's quantiles", () => {
    const { lower, upper } = centralInterval(Float64Array.of(16, 1, 8, 2, 4), 0.95);
    expect(lower).toBeCloseTo(1.1, 12);
    expect(upper).toBeCloseTo(15.2, 12);
  });

  test("of any sample are those of its sorted copy, ties and long samples included", () => {
    const samples = fc.record({
      size: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 3000, max: 9000 })),
      distinct: fc.constantFrom(1, 7, 2 ** 31),
      seed: fc.nat(),
      level: fc.constantFrom(0.5, 0.9, 0.95, 0.999),
      ascending: fc.boolean(),
    });
    fc.assert(
      fc.property(samples, ({ size, distinct, seed, level, ascending }) => {
        const random = seededRandom(seed);
        const values = Float64Array.from(
          { length: size },
          () => Math.floor(random.fraction() * distinct) / distinct,
        );
        const sorted = values.slice().sort();
        const { lower, upper } = centralInterval(ascending ? sorted.slice() : values, level);
        expect(lower).toBeCloseTo(type7(sorted, (1 - level) / 2), 12);
        expect(upper).toBeCloseTo(type7(sorted, (1 + level) / 2), 12);
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  test("rest on a selection that leaves smaller values before it and larger ones after", () => {
    const lists = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 2000 });
    fc.assert(
      fc.property(lists, fc.nat(), (list, place) => {
        const values = Float64Array.from(list);
        const k = place % values.length;
        selectInPlace(values, k);
        expect(values.subarray(0, k).every((value) => value <= values[k]!)).toBe(true);
        expect(values.subarray(k).every((value) => value >= values[k]!)).toBe(true);
        expect(values.slice().sort()).toEqual(Float64Array.from(list).sort());
      }),
      { seed: 8 },
    );
  });
});

test("a bootstrap without a single line has no interval", () => {
  const x = [0.5, 0.5, 0.5, 0.5];
  expect(bootstrapFit({ x, y: [1, 2, 3, 4], resamples: 10, grid: [0.5] })).toEqual({
    slope: null,
    intercept: null,
    band: [null],
    dropped: 10,
  });
});
