import { expect, test } from "vitest";
import { measured } from "@/server/paper/measured";
import { paperModels } from "@/server/paper/models";
import { type PaperBenchmark, paperTestSets } from "@/server/paper/test-sets";
import { absent, referenceRows } from "../statistics/reference-data";

const cifar10 = referenceRows("cifar10.csv");
const imagenet = referenceRows("imagenet.csv");

const countOf = (
  benchmark: PaperBenchmark,
  name: string,
  testSet: string,
  metric: "top1" | "top5" = "top1",
) =>
  paperModels[benchmark]
    .find((model) => model.name === name)
    ?.results.find((result) => result.testSet === testSet && result.metric === metric);

test("every model has a result for each test set and metric, and no name occurs twice", () => {
  for (const [benchmark, metrics] of [
    ["cifar-10", ["top1"]],
    ["imagenet", ["top1", "top5"]],
  ] as const) {
    const models = paperModels[benchmark];
    expect(new Set(models.map(({ name }) => name)).size).toBe(models.length);
    for (const { name, results } of models) {
      const expected = paperTestSets[benchmark].flatMap((set) =>
        metrics.map((metric) => `${set.name} ${metric} of ${set.images}`),
      );
      const found = results.map(({ testSet, metric, total }) => `${testSet} ${metric} of ${total}`);
      expect(found, name).toEqual(expected);
    }
  }
  expect(paperModels["cifar-10"]).toHaveLength(31);
  expect(paperModels.imagenet).toHaveLength(66);
});

test("a model without released predictions is measured as printed, and the others exactly", () => {
  const [autoaugment, next] = paperModels["cifar-10"];
  const printed = measured(autoaugment!, "CIFAR-10.1");
  expect(printed).toMatchObject({ accuracy: 0.955, total: 2_021, isPrinted: true });
  expect(printed.interval()).toEqual({ lower: 0.945, upper: 0.964 });
  const counted = measured(next!, "CIFAR-10.1");
  expect(counted).toMatchObject({ accuracy: 1_879 / 2_021, isPrinted: false });
  // The upper 2.5 % point of the binomial tail, summed term by term.
  expect(counted.interval().upper).toBeCloseTo(0.94049845, 8);
  expect(() => measured(next!, "MatchedFrequency")).toThrow(/has no top1 on MatchedFrequency/);
});

test.skipIf(!cifar10 || !imagenet)(
  cifar10 && imagenet ? "the counts are those of the released predictions" : absent,
  () => {
    const renamed: Record<string, string> = {
      shake_shake_26_2x64d_SSI_cutout16: "shake_shake_64d_cutout",
      wrn_28_10: "wide_resnet_28_10",
    };
    for (const row of cifar10!) {
      const name = renamed[row.model!] ?? row.model!;
      expect(countOf("cifar-10", name, "Original"), name).toMatchObject({
        correct: Number(row.orig_correct),
      });
      expect(countOf("cifar-10", name, "CIFAR-10.1"), name).toMatchObject({
        correct: Number(row.v4_correct),
      });
    }
    const columns = {
      Original: "val",
      MatchedFrequency: "matched_frequency",
      "Threshold0.7": "threshold0.7",
      TopImages: "top_images",
    };
    for (const row of imagenet!) {
      for (const { name, images } of paperTestSets.imagenet) {
        for (const metric of ["top1", "top5"] as const) {
          const percent = Number(row[`${columns[name]}_${metric}_pct`]);
          const found = countOf("imagenet", row.model!, name, metric);
          expect(found, `${row.model} ${name}`).toMatchObject({
            correct: Math.round((percent * images) / 100),
          });
        }
      }
    }
    expect([cifar10!.length + 1, imagenet!.length]).toEqual([31, 66]);
  },
);
