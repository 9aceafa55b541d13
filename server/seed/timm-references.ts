import { readFileSync } from "node:fs";
import { timmSource } from "../references/parse-timm-results";
import type { Reference } from "../references/reference-schema";
import { trainingByTag } from "../references/training-by-tag";

/** The test sets of timm's results, in the order of the file's counts. */
export const timmTestSets = [
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
    description: "ImageNetV2: selection frequencies match those of the original set.",
  },
] as const;

/**
 * timm's published results of 1,556 models, read from the file beside this one: the counts that the percentages of its two files stand
 * for, each model at the image size that both name.
 * Source: R. Wightman, PyTorch Image Models, https://github.com/huggingface/pytorch-image-models (Apache-2.0), folder results.
 */
export function timmReferences(): Reference[] {
  const text = readFileSync(new URL("./timm-results.tsv", import.meta.url), "utf8");
  const [, ...lines] = text.trimEnd().split("\n");
  return lines.map((line) => {
    const [name, imageSize, millions, ...counts] = line.split("\t");
    return {
      ...timmSource,
      name: name!,
      imageSize: Number(imageSize),
      training: trainingByTag(name!),
      ...(millions && { parameters: Math.round(Number(millions) * 1e6) }),
      results: timmTestSets.flatMap(({ name: testSet, images: total }, i) => [
        { testSet, metric: "top1" as const, correct: Number(counts[2 * i]), total },
        { testSet, metric: "top5" as const, correct: Number(counts[2 * i + 1]), total },
      ]),
    };
  });
}
