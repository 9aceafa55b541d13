import { describe, expect, test } from "vitest";
import type { MeasuredModel } from "@/server/statistics/deviation";
import { type Forecast, forecast } from "@/server/statistics/forecast/forecast";
import { seededRandom } from "@/server/statistics/seeded-random";
import { absent, referenceRows, timmResults } from "../reference-data";

const measured = (
  original: number,
  fresh: number,
  [n, m]: [number, number] = [50_000, 10_000],
): MeasuredModel => ({
  original: { accuracy: original, total: n },
  new: { accuracy: fresh, total: m },
});

/** R's `cars`: speeds, and at each the stopping distances of 1930. */
const cars: [speed: number, ...distances: number[]][] = [
  [4, 2, 10],
  [7, 4, 22],
  [8, 16],
  [9, 10],
  [10, 18, 26, 34],
  [11, 17, 28],
  [12, 14, 20, 24, 28],
  [13, 26, 34, 34, 46],
  [14, 26, 36, 60, 80],
  [15, 20, 26, 54],
  [16, 32, 40],
  [17, 32, 40, 50],
  [18, 42, 56, 76, 84],
  [19, 36, 46, 68],
  [20, 32, 48, 52, 56, 64],
  [22, 66],
  [23, 54],
  [24, 70, 92, 93, 120],
  [25, 85],
];
const noNoise: [number, number] = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];

// predict(lm(dist ~ speed, cars), data.frame(speed = c(19, 24)), interval = "prediction") in R, to its three digits.
test.each([
  [19, 57.1, 25.8, 88.5],
  [24, 76.8, 44.8, 108.8],
])(
  "of as many neighbours as there are models, the interval is the textbook's (speed %i)",
  (speed, ...expected) => {
    const references = cars.flatMap(([x, ...distances]) =>
      distances.map((distance) => measured(x / 50, distance / 200, noNoise)),
    );
    const found = forecast({
      references,
      original: { accuracy: speed / 50, total: noNoise[0] },
      images: noNoise[1],
      scale: "linear",
      nearest: 50,
    }) as Forecast;
    const { lower, upper } = found.interval;
    expect([found.expected, lower, upper].map((fraction) => Number((200 * fraction).toFixed(1)))).toEqual(
      expected,
    );
    expect(found.quantile(0.5)).toBe(found.expected);
  },
);

const cifar10 = referenceRows("cifar10.csv")?.map((row) =>
  measured(Number(row.orig_correct) / 10_000, Number(row.v4_correct) / 2021, [10_000, 2021]),
);

// scipy, from the same 30 models.
test.skipIf(!cifar10).each([
  [0.9, 2021, 0.7934497843922993, 0.7663349317489299, 0.8181647744251264],
  [0.9, 500, 0.7934497843922993, 0.7526670713034923, 0.829035312020008],
  [0.97, 2021, 0.9182067450660174, 0.9023416167801143, 0.9316896143760642],
])(
  cifar10
    ? "a model of %f is forecast on %i images with what its noise exceeds the reference models' by"
    : absent,
  (accuracy, images, expected, lower, upper) => {
    const original = { accuracy, total: 10_000 };
    const found = forecast({ references: cifar10!, original, images, scale: "logit" }) as Forecast;
    expect(found.models).toBe(30);
    expect(found.expected).toBeCloseTo(expected, 10);
    expect(found.interval.lower).toBeCloseTo(lower, 10);
    expect(found.interval.upper).toBeCloseTo(upper, 10);
  },
);

const timm = timmResults()?.map(({ name, ...percent }) => ({
  name,
  ...measured(percent.original / 100, percent.new / 100),
}));
type Result = NonNullable<typeof timm>[number];

const isHigh = ({ original }: Result) => original.accuracy >= 0.88;

/** How many of the models forecast lie in their interval. */
function tally(nearest?: number) {
  let [inside, all] = [0, 0];
  return {
    add(models: Result[], references: Result[]) {
      for (const { original, new: fresh } of models) {
        const told = forecast({ references, original, images: 10_000, scale: "logit", nearest }) as Forecast;
        const { lower, upper } = told.interval;
        inside += Number(lower <= fresh.accuracy && fresh.accuracy <= upper);
        all += 1;
      }
    },
    expectHonest() {
      expect(inside / all).toBeGreaterThan(0.93);
      expect(inside / all).toBeLessThan(0.97);
    },
    share: () => inside / all,
  };
}

describe.skipIf(!timm)(timm ? "timm's 1,556 results" : absent, () => {
  test("from random halves, 93 to 97 % of the other half lie in their interval, above 88 % too", () => {
    const random = seededRandom(1);
    const [whole, high, highOfOneLine] = [tally(), tally(), tally(Infinity)];
    // 37 models are that high, so that it takes many halves to tell.
    for (let i = 0; i < 100; i++) {
      const [known, asked]: [Result[], Result[]] = [[], []];
      for (const model of timm!) (random.fraction() < 0.5 ? known : asked).push(model);
      if (i < 6) whole.add(asked, known);
      high.add(asked.filter(isHigh), known);
      highOfOneLine.add(asked.filter(isHigh), known);
    }
    whole.expectHonest();
    high.expectHonest();
    // Against which the neighbours were taken.
    expect(highOfOneLine.share()).toBeLessThan(0.8);
  });

  test("from models of other families, as many do", () => {
    const familyOf = ({ name }: Result) => name.split(/[_. ]/)[0];
    const families = new Set(timm!.map(familyOf));
    expect(families.size).toBeGreaterThan(200);
    const [whole, high] = [tally(), tally()];
    for (const family of families) {
      const others = timm!.filter((model) => familyOf(model) !== family);
      const asked = timm!.filter((model) => familyOf(model) === family);
      whole.add(asked, others);
      high.add(asked.filter(isHigh), others);
    }
    whole.expectHonest();
    high.expectHonest();
  });

  test("from the paper's 64 models, mostly older, 86 % lie in their interval, as the page on the statistics says", () => {
    const papers = referenceRows("imagenet.csv")!.filter(({ model }) => !model!.startsWith("fv_"));
    const known = papers.map((row) => ({
      name: row.model!,
      ...measured(Number(row.val_top1_pct) / 100, Number(row.matched_frequency_top1_pct) / 100),
    }));
    expect(known).toHaveLength(64);
    const later = tally();
    later.add(timm!, known);
    expect(later.share()).toBeCloseTo(0.86, 2);
  });
});

describe("there is no forecast", () => {
  const three = [measured(0.5, 0.4), measured(0.6, 0.5), measured(0.7, 0.65)];
  const at = (accuracy: number, references = three) =>
    forecast({ references, original: { accuracy, total: 50_000 }, images: 10_000, scale: "logit" });

  test("from two models, nor of models at one original accuracy", () => {
    expect(at(0.6)).toHaveProperty("expected");
    expect(at(0.6, three.slice(1))).toEqual({ models: 2, reason: "too_few_models" });
    expect(at(0.6, [three[0]!, three[0]!, three[0]!])).toEqual({ models: 3, reason: "no_spread" });
  });

  test("of a model that is never right or always, and such models do not count", () => {
    expect(at(1)).toEqual({ models: 3, reason: "zero_or_one" });
    expect(at(0.6, [...three.slice(1), measured(0.2, 0)])).toEqual({ models: 2, reason: "too_few_models" });
  });
});

test("of 40 models the 32 nearest count, wherever the others lie", () => {
  const near = Array.from({ length: 32 }, (_, i) => measured(0.6 + i / 1000, 0.5 + (i % 3) / 100));
  const far = (fresh: number) => Array.from({ length: 8 }, (_, i) => measured(0.2 + i / 1000, fresh));
  const told = (fresh: number) =>
    forecast({
      references: [...far(fresh), ...near],
      original: { accuracy: 0.61, total: 50_000 },
      images: 10_000,
      scale: "logit",
    }) as Forecast;
  expect(told(0.9).interval).toEqual(told(0.1).interval);
  expect(told(0.9).models).toBe(32);
});
