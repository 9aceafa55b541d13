import { expect, test } from "vitest";
import { drawTestSet } from "@/server/shapes/draw-test-set";
import { seededRandom } from "@/server/statistics/seeded-random";

const draw = (seed: number, role: "original" | "new", images: number) =>
  drawTestSet(seededRandom(seed).fraction, role, images);

/** Median step from a pixel to the next: noise and stripes raise it, the few edges of a shape do not. */
function roughness(pixels: Uint8Array): number {
  const steps = pixels.map((value, i) => Math.abs(value - (pixels[i - 3] ?? value))).sort();
  return steps[steps.length / 2]!;
}

test("the same numbers give the same test set, other numbers another", () => {
  const { pixels, labels } = draw(1, "new", 20);
  expect(Buffer.compare(draw(1, "new", 20).pixels, pixels)).toBe(0);
  expect(draw(1, "new", 20).labels).toEqual(labels);
  expect(Buffer.compare(draw(2, "new", 20).pixels, pixels)).not.toBe(0);
});

test("an image has 32 x 32 x 3 values and no two images are the same", () => {
  const { pixels, labels } = draw(3, "original", 100);
  expect(pixels.length).toBe(100 * 3072);
  expect(labels.length).toBe(100);
  const seen = new Set(Array.from(labels, (_, i) => pixels.subarray(i * 3072, (i + 1) * 3072).join()));
  expect(seen.size).toBe(100);
});

test("labels are uniform over the ten classes (chi-squared with 9 degrees of freedom, 0.999 quantile 27.88)", () => {
  const counts = Array.from({ length: 10 }, () => 0);
  for (const label of draw(4, "new", 600).labels) counts[label]!++;
  const statistic = counts.reduce((sum, count) => sum + (count - 60) ** 2 / 60, 0);
  expect(statistic).toBeLessThan(27.88);
});

test("the new distribution is rougher than the original one", () => {
  expect(roughness(draw(5, "new", 300).pixels)).toBeGreaterThan(
    1.2 * roughness(draw(5, "original", 300).pixels),
  );
});
