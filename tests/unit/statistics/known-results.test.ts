import { describe, expect, test } from "vitest";
import { meanChange } from "@/server/statistics/mean-change";
import { type TrendModel, trend } from "@/server/statistics/trend";
import { absent, referenceRows, timmResults } from "./reference-data";

const imagenet = referenceRows("imagenet.csv");
const cifar10 = referenceRows("cifar10.csv");
const timm = timmResults();

const fraction = (percent: string | undefined) => Number(percent) / 100;

function imagenetModels(set: string, metric = "top1"): TrendModel[] {
  return imagenet!.map((row) => ({
    name: row.model!,
    original: fraction(row[`val_${metric}_pct`]),
    new: fraction(row[`${set}_${metric}_pct`]),
  }));
}

const decimals = (text: string) => text.split(".")[1]!.length;

/** Compares as many digits as are printed. */
function expectLine(models: TrendModel[], slope: string, intercept: string) {
  const found = trend(models, { resamples: 0 });
  expect(found.slope!.toFixed(decimals(slope))).toBe(slope);
  expect((100 * found.intercept!).toFixed(decimals(intercept))).toBe(intercept);
}

const isFisherVector = ({ name }: TrendModel) => name.startsWith("fv_");

describe.skipIf(!imagenet)(imagenet ? "the 66 ImageNet models" : absent, () => {
  test("without the Fisher vectors: new = 1.1098 original - 20.26", () => {
    const models = imagenetModels("matched_frequency").filter((model) => !isFisherVector(model));
    expect(models).toHaveLength(64);
    expectLine(models, "1.1098", "-20.26");
  });

  test("without the Fisher vectors: slope in [1.08, 1.19], intercept in [-26.3, -17.9]", () => {
    const models = imagenetModels("matched_frequency").filter((model) => !isFisherVector(model));
    const { slopeInterval, interceptInterval } = trend(models, { grid: [] });
    expect(slopeInterval!.lower.toFixed(2)).toBe("1.08");
    expect(slopeInterval!.upper.toFixed(2)).toBe("1.19");
    expect((100 * interceptInterval!.lower).toFixed(1)).toBe("-26.3");
    expect((100 * interceptInterval!.upper).toFixed(1)).toBe("-17.9");
  });

  test.each([
    ["matched_frequency", "0.977", "-10.2"],
    ["threshold0.7", "1.048", "-6.7"],
    ["top_images", "1.027", "0.1"],
  ])("on %s: slope %s, intercept %s", (set, slope, intercept) => {
    expectLine(imagenetModels(set), slope, intercept);
  });

  test.each([
    ["matched_frequency", "-11.87", "-8.15"],
    ["threshold0.7", "-3.18", "-1.17"],
    ["top_images", "2.13", "1.81"],
  ])("change on %s by %s (top-1) and %s points (top-5)", (set, top1, top5) => {
    expect((100 * meanChange(imagenetModels(set, "top1"))!).toFixed(2)).toBe(top1);
    expect((100 * meanChange(imagenetModels(set, "top5"))!).toFixed(2)).toBe(top5);
  });
});

test.skipIf(!cifar10)(
  cifar10 ? "the 30 CIFAR-10 models on v4: new = 1.6166 original - 65.51" : absent,
  () => {
    const models = cifar10!.map((row) => ({
      name: row.model!,
      original: Number(row.orig_correct) / Number(row.orig_n),
      new: Number(row.v4_correct) / Number(row.v4_n),
    }));
    expect(models).toHaveLength(30);
    expectLine(models, "1.6166", "-65.51");
  },
);

test.skipIf(!timm)(
  timm ? "timm's 1,556 results joined on model and size: new = 1.144 original - 22.50" : absent,
  () => {
    expect(timm).toHaveLength(1556);
    expectLine(
      timm!.map(({ name, original, new: released }) => ({
        name,
        original: original / 100,
        new: released / 100,
      })),
      "1.144",
      "-22.50",
    );
  },
);

test("the average change of no models is unknown", () => {
  expect(meanChange([])).toBeNull();
});
