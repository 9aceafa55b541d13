import { describe, expect, test } from "vitest";
import type { Interval } from "@/server/statistics/clopper-pearson";
import type { ImageNoise } from "@/server/statistics/images/image-noise";
import { type LineInterval, lineOverImages } from "@/server/statistics/images/line-over-images";
import { noiseOfCounts } from "@/server/statistics/images/noise-of-counts";
import { noiseOfOutcomes } from "@/server/statistics/images/noise-of-outcomes";
import { resampledLines } from "@/server/statistics/resampled-lines";
import { scales } from "@/server/statistics/scale";
import { seededRandom } from "@/server/statistics/seeded-random";
import { absent, timmResults } from "../reference-data";
import { accuracyOf, packed, perImageOutcomes } from "./per-image-outcomes";
import { type Board, type Quantile, twoLevelValues } from "./two-level-values";

const original = perImageOutcomes("original");
const v4 = perImageOutcomes("v4");
const named = ["linear", "logit", "probit"] as const;

const ofCounts = (counts: number[], n: number) =>
  noiseOfCounts(
    Float64Array.from(counts, (count) => count / n),
    new Float64Array(counts.length).fill(n),
  );
const bothOfCounts = ({ counts, n_original, n_new }: Board) => ({
  original: ofCounts(counts.original_correct, n_original),
  fresh: ofCounts(counts.new_correct, n_new),
});

function ofOutcomes(bytes: Uint8Array[]): ImageNoise {
  const images = bytes[0]!.length;
  const wrong = bytes.map((model) => packed(model));
  return noiseOfOutcomes({
    accuracies: Float64Array.from(wrong, (bits) => accuracyOf(bits, images)),
    wrong,
    images,
  });
}

/** The ends must be among those that the other program accepts, for reused noise vectors 3 % of the width further off. */
function expectWithin(found: Interval, { accept_low, accept_high, width }: Quantile) {
  const reuse = 0.03 * width;
  expect(found.lower).toBeGreaterThan(accept_low[0] - reuse);
  expect(found.lower).toBeLessThan(accept_low[1] + reuse);
  expect(found.upper).toBeGreaterThan(accept_high[0] - reuse);
  expect(found.upper).toBeLessThan(accept_high[1] + reuse);
}

function expectLine(found: LineInterval | null, values: { slope: Quantile; intercept: Quantile }) {
  expectWithin(found!.slope, values.slope);
  expectWithin(found!.intercept, values.intercept);
}

describe.skipIf(!twoLevelValues)(twoLevelValues ? "intervals over models and images" : absent, () => {
  test.skipIf(!original || !v4)("are those of resampled images for the paper's CIFAR-10 models", () => {
    const { cifar } = twoLevelValues!;
    const noise = { original: ofOutcomes(original!), fresh: ofOutcomes(v4!) };
    for (const scale of named) {
      const found = lineOverImages({ ...noise, scale: scales[scale], resamples: 40_000 });
      expectLine(found.models, cifar.results.models[scale]);
      expectLine(found.images, cifar.results.images[scale]);
      expectLine(found.both, cifar.results.both[scale]);
      expect(found.attenuation).toBeCloseTo(cifar.attenuation_of_slope[scale].exact_covariance, 6);
      expect(found).toMatchObject({ dropped: 0, clamped: 0 });
    }
  });

  test.each(["cifar", "imagenet_matched_frequency_64"] as const)(
    "of %s from counts alone are those of the assumed covariance, within 7 percent of the width of the real ones",
    (name) => {
      const board = twoLevelValues![name];
      for (const scale of named) {
        const found = lineOverImages({
          ...bothOfCounts(board),
          scale: scales[scale],
          resamples: 40_000,
        });
        expectLine(found.both, board.results.both_formula[scale]);
        expectLine(found.images, board.results.images_formula[scale]);
        expect(found.attenuation).toBeCloseTo(board.attenuation_of_slope[scale].formula, 6);
        for (const of of ["slope", "intercept"] as const) {
          const { lower, upper } = found.both![of];
          const real = board.results.both[scale][of].width;
          expect(Math.abs(upper - lower - real)).toBeLessThan(0.07 * real + 0.02 * real);
        }
      }
    },
  );

  test.skipIf(!timmResults())(
    "of timm's 1,556 results from counts alone are those of the assumed covariance",
    () => {
      const timm = timmResults()!;
      const noise = (of: "original" | "new", images: number) =>
        noiseOfCounts(
          Float64Array.from(timm, (row) => row[of] / 100),
          new Float64Array(timm.length).fill(images),
        );
      const [first, second] = [noise("original", 50_000), noise("new", 10_000)];
      const found = lineOverImages({
        original: first,
        fresh: second,
        scale: scales.logit,
        resamples: 10_000,
      });
      expectLine(found.both, twoLevelValues!.timm_1556.results.both_formula.logit);
    },
  );
});

test("the draws of models are those of the bootstrap over models alone", () => {
  const random = seededRandom(3);
  const accuracies = Float64Array.from({ length: 12 }, () => 0.5 + 0.4 * random.fraction());
  const images = new Float64Array(12).fill(2000);
  const fresh = accuracies.map((p) => p - 0.1 + 0.01 * random.fraction());
  const given = { original: noiseOfCounts(accuracies, images), fresh: noiseOfCounts(fresh, images) };
  const found = lineOverImages({ ...given, scale: scales.linear, resamples: 20_000, vectors: 512, seed: 9 });
  const { slopes } = resampledLines({ x: accuracies, y: fresh, resamples: 20_000, random: seededRandom(9) });
  const sorted = slopes.slice().sort();
  expect(found.models!.slope.lower).toBeCloseTo(sorted[500]!, 3);
  expect(found.models!.slope.upper).toBeCloseTo(sorted[19_499]!, 3);
  expect(found.both!.slope.lower).toBeLessThan(found.models!.slope.lower);
});

test("accuracies that noise moves beyond half an image are set to that end and counted", () => {
  const accuracies = Float64Array.of(0.95, 0.9, 0.8, 0.7);
  const images = new Float64Array(4).fill(20);
  const given = { original: noiseOfCounts(accuracies, images), fresh: noiseOfCounts(accuracies, images) };
  const found = lineOverImages({ ...given, scale: scales.logit, resamples: 4_096 });
  expect(found.clamped).toBeGreaterThan(0.01);
  expect(Number.isFinite(found.both!.slope.lower + found.both!.slope.upper)).toBe(true);
});
