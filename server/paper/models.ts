import { type Metric, metrics } from "../evaluation/metric";
import { cifar10Counts } from "./cifar10-counts";
import { imagenetCounts } from "./imagenet-counts";
import { type PaperBenchmark, paperTestSets } from "./test-sets";

/** A count of a test set's images, or an accuracy as printed, with its interval: fractions. */
type PaperResult = { testSet: string; metric: Metric; total: number } & (
  | { correct: number }
  | { accuracy: number; lower: number; upper: number }
);

/** A model of the paper; `notInFit` is why the paper's line leaves it out. */
export interface PaperModel {
  name: string;
  results: PaperResult[];
  notInFit: string | null;
}

const fisherVectors = "Fisher vectors: not a convolutional network; the paper fits the line without them";

const [original, cifar101] = paperTestSets["cifar-10"];

/** Its predictions were not released: accuracies as in table 1. */
const autoaugment: PaperModel = {
  name: "autoaug_pyramid_net_tf",
  results: [
    {
      testSet: original.name,
      metric: "top1",
      accuracy: 0.984,
      lower: 0.981,
      upper: 0.986,
      total: original.images,
    },
    {
      testSet: cifar101.name,
      metric: "top1",
      accuracy: 0.955,
      lower: 0.945,
      upper: 0.964,
      total: cifar101.images,
    },
  ],
  notInFit: null,
};

/** Every model of the paper with known results: 31 on CIFAR-10, 66 on ImageNet. */
export const paperModels: Readonly<Record<PaperBenchmark, readonly PaperModel[]>> = {
  "cifar-10": [
    autoaugment,
    ...cifar10Counts.map(([name, ...counts]) => ({
      name,
      notInFit: null,
      results: counts.map((correct, i) => {
        const { name: testSet, images } = paperTestSets["cifar-10"][i]!;
        return { testSet, metric: "top1" as const, correct, total: images };
      }),
    })),
  ],
  imagenet: imagenetCounts.map(([name, ...counts]) => ({
    name,
    notInFit: name.startsWith("fv_") ? fisherVectors : null,
    results: counts.map((correct, i) => {
      const { name: testSet, images } = paperTestSets.imagenet[Math.floor(i / metrics.length)]!;
      return { testSet, metric: metrics[i % metrics.length]!, correct, total: images };
    }),
  })),
};
