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

export type PaperBenchmark = keyof typeof paperTestSets;
