import { expect, test } from "vitest";
import { drawNoise } from "@/server/release/draw-noise";
import type { Policy } from "@/server/release/policy";
import { seededRandom } from "@/server/statistics/seeded-random";

const noisy: Policy = { kind: "gated-ladder", eta: "0.01", c: 3, noise: "1" };

function sequence(...values: number[]): () => number {
  return () => values.shift() ?? 0.5;
}

test("the noise is a whole number of images", () => {
  // sqrt(-2 ln(1 - 0.5)) * cos(2 pi 0.1) = 0.952573 standard deviations of 100 images.
  expect(drawNoise({ policy: noisy, images: 10_000, random: sequence(0.5, 0.1) })).toBe(95);
});

test("a random source at its ends gives finite noise", () => {
  expect(drawNoise({ policy: noisy, images: 10_000, random: () => 0 })).toBe(0);
  expect(Number.isSafeInteger(drawNoise({ policy: noisy, images: 10_000, random: () => 1 - 2 ** -53 }))).toBe(
    true,
  );
});

test("the noise has mean zero and a standard deviation of noise times eta times images", () => {
  const random = seededRandom(1).fraction;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < 20_000; i++) {
    const z = drawNoise({ policy: noisy, images: 10_000, random });
    sum += z;
    squares += z * z;
  }
  // Five standard errors on either side.
  expect(Math.abs(sum / 20_000)).toBeLessThan(5 * (100 / Math.sqrt(20_000)));
  expect(Math.abs(Math.sqrt(squares / 20_000) - 100)).toBeLessThan(5 * (100 / Math.sqrt(40_000)));
});

const untouchable = () => {
  throw new Error("nothing to draw");
};

test("policies without noise draw none", () => {
  expect(
    drawNoise({ policy: { kind: "gated-ladder", eta: "0.01", c: 3 }, images: 10, random: untouchable }),
  ).toBe(0);
  expect(
    drawNoise({ policy: { kind: "fixed-step-ladder", eta: "0.01" }, images: 10, random: untouchable }),
  ).toBe(0);
});
