import { describe, expect, test } from "vitest";
import { averageChange } from "@/server/statistics/images/average-change";
import type { ImageNoise } from "@/server/statistics/images/image-noise";
import { lineOverImages } from "@/server/statistics/images/line-over-images";
import { noiseOfOutcomes } from "@/server/statistics/images/noise-of-outcomes";
import { scales } from "@/server/statistics/scale";
import { type SeededRandom, seededRandom } from "@/server/statistics/seeded-random";
import { accuracyOf, packed, perImageOutcomes } from "../../unit/statistics/images/per-image-outcomes";
import { absent } from "../../unit/statistics/reference-data";

const wrong = perImageOutcomes("original");

/** The images in a random order (Fisher and Yates). */
function shuffled(size: number, random: SeededRandom): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, i) => i);
  for (let i = size - 1; i > 0; i--) {
    const j = Math.floor(random.fraction() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Two parts without overlap of the paper's CIFAR-10 test set: nothing has changed between them. */
function split(originals: number, random: SeededRandom): { original: ImageNoise; fresh: ImageNoise } {
  const order = shuffled(wrong![0]!.length, random);
  const part = (images: Uint32Array) => {
    const bits = wrong!.map((model) => packed(model, images));
    const accuracies = Float64Array.from(bits, (words) => accuracyOf(words, images.length));
    return noiseOfOutcomes({ accuracies, wrong: bits, images: images.length });
  };
  return { original: part(order.subarray(0, originals)), fresh: part(order.subarray(originals)) };
}

const excludesOne = ({ lower, upper }: { lower: number; upper: number }) => lower > 1 || upper < 1;

describe.skipIf(!wrong)(wrong ? "where nothing has changed" : absent, () => {
  test.each([8000, 5000])(
    "between %i images and the rest of 10,000, hardly a slope's interval excludes one, nor a change's zero",
    (originals) => {
      const random = seededRandom(originals);
      const wrongly = { models: 0, linear: 0, logit: 0, change: 0 };
      for (let i = 0; i < 1000; i++) {
        const parts = split(originals, random);
        if (averageChange(parts.original, parts.fresh)!.verdict !== "not_told_apart") wrongly.change += 1;
        if (i >= 300) continue;
        for (const scale of ["linear", "logit"] as const) {
          const { models, both } = lineOverImages({
            ...parts,
            scale: scales[scale],
            resamples: 1000,
            vectors: 500,
          });
          if (excludesOne(both!.slope)) wrongly[scale] += 1;
          if (scale === "logit" && excludesOne(models!.slope)) wrongly.models += 1;
        }
      }
      expect(wrongly.linear / 300).toBeLessThanOrEqual(0.07);
      expect(wrongly.logit / 300).toBeLessThanOrEqual(0.07);
      expect(wrongly.change / 1000).toBeLessThanOrEqual(0.07);
      // The interval over models alone, against which all this was made.
      expect(wrongly.models / 300).toBeGreaterThan(0.3);
    },
  );
});
