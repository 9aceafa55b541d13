import type { Reference } from "../references/reference-schema";

const source =
  "Recht, Roelofs, Schmidt & Shankar 2019, Do ImageNet Classifiers Generalize to ImageNet?, table 1; counts from the authors' released predictions";
const url = "https://proceedings.mlr.press/v97/recht19a.html";
const cited = { source, url, year: 2019 };

/** The paper's test sets by benchmark: the original, then the new ones, with their numbers of images. */
export const paperTestSets = {
  "cifar-10": [
    {
      name: "Original",
      role: "original",
      images: 10_000,
      description: "The CIFAR-10 test set of 10,000 images.",
    },
    {
      name: "CIFAR-10.1",
      role: "public",
      images: 2_021,
      description: "2,021 new images of the same distribution (version 4).",
    },
  ],
  imagenet: [
    {
      name: "Original",
      role: "original",
      images: 50_000,
      description: "The ImageNet validation set of 50,000 images.",
    },
    {
      name: "MatchedFrequency",
      role: "public",
      images: 10_000,
      description: "Selection frequencies match those of the original set.",
    },
    {
      name: "Threshold0.7",
      role: "public",
      images: 10_000,
      description: "Images selected by at least 70 % of the annotators.",
    },
    {
      name: "TopImages",
      role: "public",
      images: 10_000,
      description: "The images selected most often in each class.",
    },
  ],
} as const;

/** name, correct of 10,000 on the original, of 2,021 on the new test set */
const cifarCounts: [string, number, number][] = [
  ["shake_shake_64d_cutout", 9711, 1879],
  ["wide_resnet_28_10", 9593, 1813],
  ["resnet_basic_110", 9346, 1721],
  ["vgg_15_BN_64", 9299, 1715],
  ["cudaconvnet", 8854, 1567],
  ["random_features_256k_aug", 8563, 1478],
];

/** name, then top-1 and top-5 correct on the original, MatchedFrequency, Threshold0.7 and TopImages */
const imagenetCounts: [string, ...number[]][] = [
  ["pnasnet_large_tf", 41429, 48091, 7219, 9008, 8016, 9563, 8389, 9720],
  ["nasnetalarge", 41253, 48009, 7221, 9042, 8000, 9535, 8417, 9709],
  ["resnet152", 39156, 47023, 6702, 8757, 7535, 9369, 8028, 9618],
  ["inception_v3_tf", 38989, 46971, 6606, 8636, 7503, 9283, 8012, 9549],
  ["densenet161", 38569, 46780, 6530, 8614, 7455, 9281, 7954, 9523],
  ["vgg19_bn", 37109, 45921, 6189, 8346, 7138, 9098, 7656, 9399],
  ["alexnet", 28259, 39535, 4398, 6739, 5131, 7590, 5818, 8180],
  ["fv_64k", 17539, 27870, 2408, 4258, 2910, 4976, 3423, 5587],
];

const cifarReferences: Reference[] = [
  {
    ...cited,
    // No predictions were released for this model: accuracies as printed.
    name: "autoaug_pyramid_net_tf",
    results: [
      { testSet: "Original", accuracy: 0.984, lower: 0.981, upper: 0.986, total: 10_000 },
      { testSet: "CIFAR-10.1", accuracy: 0.955, lower: 0.945, upper: 0.964, total: 2_021 },
    ],
  },
  ...cifarCounts.map(([name, original, fresh]) => ({
    ...cited,
    name,
    results: [
      { testSet: "Original", correct: original, total: 10_000 },
      { testSet: "CIFAR-10.1", correct: fresh, total: 2_021 },
    ],
  })),
];

const imagenetReferences: Reference[] = imagenetCounts.map(([name, ...counts]) => ({
  ...cited,
  name,
  notInFit: name.startsWith("fv_")
    ? "Fisher vectors: not a convolutional network; the paper fits the line without them"
    : null,
  results: paperTestSets.imagenet.flatMap((testSet, i) => [
    { testSet: testSet.name, metric: "top1" as const, correct: counts[2 * i]!, total: testSet.images },
    { testSet: testSet.name, metric: "top5" as const, correct: counts[2 * i + 1]!, total: testSet.images },
  ]),
}));

/** The models of the paper's table 1. */
export const paperReferences = { "cifar-10": cifarReferences, imagenet: imagenetReferences };
