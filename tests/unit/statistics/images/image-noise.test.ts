import { describe, expect, test } from "vitest";
import { averageChange } from "@/server/statistics/images/average-change";
import type { ImageNoise } from "@/server/statistics/images/image-noise";
import { noiseOfCounts } from "@/server/statistics/images/noise-of-counts";
import { noiseOfOutcomes } from "@/server/statistics/images/noise-of-outcomes";
import { roundOutward } from "@/server/statistics/images/round-outward";
import { standardNormals } from "@/server/statistics/images/standard-normals";
import { type Line, linearFit } from "@/server/statistics/linear-fit";
import { scales } from "@/server/statistics/scale";
import { seededRandom } from "@/server/statistics/seeded-random";
import { absent } from "../reference-data";
import { accuracyOf, packed, perImageOutcomes } from "./per-image-outcomes";
import { twoLevelValues } from "./two-level-values";

const original = perImageOutcomes("original");
const v4 = perImageOutcomes("v4");

const noiseOf = (bytes: Uint8Array[], images?: ArrayLike<number>) => {
  const wrong = bytes.map((model) => packed(model, images));
  const count = images?.length ?? bytes[0]!.length;
  const accuracies = Float64Array.from(wrong, (bits) => accuracyOf(bits, count));
  return noiseOfOutcomes({ accuracies, wrong, images: count });
};

/** Covariances of many draws. */
function drawnCovariance(noise: ImageNoise, draws: number): number[][] {
  const fill = standardNormals(seededRandom(4));
  const models = noise.accuracies.length;
  const normals = new Float64Array(noise.normals);
  const out = new Float64Array(models);
  const sums = Array.from({ length: models }, () => Array.from({ length: models }, () => 0));
  for (let i = 0; i < draws; i++) {
    fill(normals);
    noise.draw(normals, out);
    for (let a = 0; a < models; a++)
      for (let b = 0; b < models; b++) sums[a]![b]! += (out[a]! * out[b]!) / draws;
  }
  return sums;
}

test("standard normals have the moments and the tails of the normal distribution", () => {
  const values = new Float64Array(1_000_000);
  standardNormals(seededRandom(5))(values);
  const moment = (power: number) => values.reduce((sum, z) => sum + z ** power, 0) / values.length;
  // Five standard errors: the variance of z^k is E z^2k - (E z^k)^2 = 1, 2, 15, 96.
  const error = (variance: number) => 5 * Math.sqrt(variance / values.length);
  expect(Math.abs(moment(1))).toBeLessThan(error(1));
  expect(Math.abs(moment(2) - 1)).toBeLessThan(error(2));
  expect(Math.abs(moment(3))).toBeLessThan(error(15));
  expect(Math.abs(moment(4) - 3)).toBeLessThan(error(96));
  // P(|z| > 2) = .0455003, P(|z| > 3.6) = .000318217 (published tables).
  for (const [beyond, share] of [
    [2, 0.0455003],
    [3.6, 0.000318217],
  ] as const) {
    const found = values.filter((z) => Math.abs(z) > beyond).length / values.length;
    expect(Math.abs(found - share)).toBeLessThan(5 * Math.sqrt(share / values.length));
  }
});

describe.skipIf(!twoLevelValues)(twoLevelValues ? "noise from counts" : absent, () => {
  const toy = twoLevelValues?.exact_checks.formula_toy;

  test("is the one worked out by hand", () => {
    const noise = noiseOfCounts(Float64Array.from(toy!.accuracies), new Float64Array(3).fill(toy!.n));
    const out = new Float64Array(3);
    noise.draw(Float64Array.of(...toy!.z_in_order_of_rising_accuracy, ...toy!.e_in_model_order), out);
    toy!.noise_in_model_order.forEach((value, i) => expect(out[i]).toBeCloseTo(value, 12));
  });

  test("has the covariance that the formula says, drawn and summed", () => {
    const noise = noiseOfCounts(Float64Array.from(toy!.accuracies), new Float64Array(3).fill(toy!.n));
    const drawn = drawnCovariance(noise, 200_000);
    toy!.covariance_times_n.forEach((row, i) =>
      row.forEach((value, j) => {
        expect(Math.abs(drawn[i]![j]! * toy!.n - value)).toBeLessThan(0.004);
      }),
    );
    const weights = [0.5, 2, -1];
    const all = toy!.covariance_times_n.flatMap((row, i) =>
      row.map((value, j) => value * weights[i]! * weights[j]!),
    );
    const { variances, all: sum } = noise.sums(weights);
    expect(sum * toy!.n).toBeCloseTo(
      all.reduce((total, value) => total + value, 0),
      12,
    );
    expect(variances * toy!.n).toBeCloseTo(0.25 * 0.0736 + 4 * 0.21 + 0.1275, 12);
  });
});

describe.skipIf(!twoLevelValues || !original || !v4)(original ? "noise from outcomes" : absent, () => {
  test("has the covariance of images drawn anew, models alike on every image included", () => {
    const twins = [original![0]!, original![0]!, original![20]!];
    const noise = noiseOf(twins);
    const drawn = drawnCovariance(noise, 100_000);
    const [p, q] = [noise.accuracies[0]!, noise.accuracies[2]!];
    const both = original![0]!.filter((wrong, image) => !wrong && !original![20]![image]).length / 10_000;
    expect(drawn[0]![1]! * 10_000).toBeCloseTo(p * (1 - p), 2);
    expect(drawn[0]![2]! * 10_000).toBeCloseTo(both - p * q, 3);
  });

  test("belongs to the accuracies and lines of images drawn by another program", () => {
    const { replays } = twoLevelValues!.exact_checks;
    for (const { seed, model_indices, original_correct, new_correct, images, both, ...rest } of replays) {
      let state = seed;
      const next = (size: number) => {
        state = (16807 * state) % 2147483647;
        return state % size;
      };
      model_indices.forEach((index) => expect(next(30)).toBe(index));
      const first = Array.from({ length: 10_000 }, () => next(10_000));
      const second = Array.from({ length: 2021 }, () => next(2021));
      const [x, y] = [noiseOf(original!, first), noiseOf(v4!, second)];
      x.accuracies.forEach((p, i) => expect(p).toBeCloseTo(original_correct[i]! / 10_000, 12));
      y.accuracies.forEach((p, i) => expect(p).toBeCloseTo(new_correct[i]! / 2021, 12));
      expect(averageChange(x, y)!.mean).toBeCloseTo(rest.average_change_images, 9);
      for (const scale of ["linear", "logit", "probit"] as const) {
        const { forward } = scales[scale];
        const fit = (which: number[]) =>
          linearFit(
            which.map((i) => forward(x.accuracies[i]!)),
            which.map((i) => forward(y.accuracies[i]!)),
          ) as Line;
        expect(fit([...x.accuracies.keys()]).slope).toBeCloseTo(images[scale].slope, 9);
        expect(fit(model_indices).slope).toBeCloseTo(both[scale].slope, 9);
        expect(fit(model_indices).intercept).toBeCloseTo(both[scale].intercept, 9);
      }
    }
  });

  test("gives the interval of the average change", () => {
    const { average_change_over_images: values, counts, n_original, n_new } = twoLevelValues!.cifar;
    const found = averageChange(noiseOf(original!), noiseOf(v4!))!;
    expect(found).toMatchObject({ models: 30, verdict: "harder" });
    expect(found.mean).toBeCloseTo(values.estimate, 7);
    expect(found.interval.lower).toBeCloseTo(values.interval95_closed_form[0], 7);
    expect(found.interval.upper).toBeCloseTo(values.interval95_closed_form[1], 7);
    const ofCounts = (correct: number[], n: number) =>
      noiseOfCounts(
        Float64Array.from(correct, (count) => count / n),
        new Float64Array(30).fill(n),
      );
    const assumed = averageChange(
      ofCounts(counts.original_correct, n_original),
      ofCounts(counts.new_correct, n_new),
    )!;
    const reach = (assumed.interval.upper - assumed.interval.lower) / 2;
    expect(reach / 1.959963984540054).toBeCloseTo(values.se_counts_only_formula, 7);
  });
});

test("a set is harder or easier only where the interval of the average change says so", () => {
  const noise = (accuracy: number) =>
    noiseOfCounts(Float64Array.of(accuracy, accuracy), new Float64Array(2).fill(10_000));
  expect(averageChange(noise(0.7), noise(0.6))!.verdict).toBe("harder");
  expect(averageChange(noise(0.6), noise(0.7))!.verdict).toBe("easier");
  expect(averageChange(noise(0.7), noise(0.694))!.verdict).toBe("not_told_apart");
  expect(averageChange(noiseOfCounts(new Float64Array(), new Float64Array()), noise(0.5))).toBeNull();
});

test("an interval is rounded outward, and one on the grid stays", () => {
  expect(roundOutward({ lower: 0.7461, upper: 0.9232 }, 100)).toEqual({ lower: 0.74, upper: 0.93 });
  expect(roundOutward({ lower: -0.09201, upper: 0.25 }, 1000)).toEqual({ lower: -0.093, upper: 0.25 });
});
