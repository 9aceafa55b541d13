import { expect, test } from "vitest";
import { emptyBits, setBit } from "@/server/release/bit-vector";
import { climbChanceFromRung } from "@/server/release/climb-chance-from-rung";
import { defaultPolicy } from "@/server/release/default-policy";
import { drawNoise } from "@/server/release/draw-noise";
import { freshLadder } from "@/server/release/ladder-state";
import { stepLadder } from "@/server/release/step-ladder";
import { seededRandom } from "@/server/statistics/seeded-random";

const differ = 0.16;
const chance = (images: number, accuracies: number[], atLeast = 1) =>
  climbChanceFromRung(defaultPolicy(images).policy, { images, rung: 0.7, accuracies, differ, atLeast })!;

/** A model of this many errors, which differs from one that is wrong on the first `errors` images on `changed` of them. */
function wrongBits(images: number, errors: number, { changed, gains }: { changed: number; gains: number }) {
  const wrong = emptyBits(images);
  const righted = Math.round((changed + gains) / 2);
  for (let image = righted; image < errors + changed - righted; image++) setBit(wrong, image);
  return wrong;
}

test.each([
  [10_000, 0.7, 0.01],
  [10_000, 0.72, 0.008],
  [2_000, 0.74, 0.015],
])(
  "of %i images and a forecast of %f, give or take %f, the ladder's own decisions climb as often",
  (images, expected, spread) => {
    const { policy } = defaultPolicy(images);
    const cell = Number(policy.eta) * images;
    const fewest = Math.round(0.3 * images - cell / 2);
    const random = seededRandom(images + expected).fraction;
    const forecast = Array.from({ length: 500 }, (_, i) => expected + spread * (2 * ((i + 0.5) / 500) - 1));
    const draws = 3000;
    let climbed = 0;
    for (let i = 0; i < draws; i++) {
      const errors = fewest + Math.floor(cell * random());
      const released = stepLadder({
        policy,
        state: freshLadder,
        baseline: null,
        submission: { wrong: wrongBits(images, errors, { changed: 0, gains: 0 }) },
        noise: 0,
      });
      expect(released.state.rung).toEqual({ numerator: "3", denominator: "10" });
      const gains = Math.round(images * forecast[Math.floor(random() * 500)]!) - (images - errors);
      const submission = { wrong: wrongBits(images, errors, { changed: differ * images, gains }) };
      const noise = drawNoise({ policy, images, random });
      if (stepLadder({ policy, ...released, submission, noise }).decision === "climbed") climbed += 1;
    }
    const told = chance(images, forecast);
    expect(told).toBeGreaterThan(0.02);
    expect(told).toBeLessThan(0.98);
    // Four standard errors.
    expect(Math.abs(climbed / draws - told)).toBeLessThan(4 * Math.sqrt((told * (1 - told)) / draws));
  },
);

test("what lies below the rung's cell never climbs, and what lies far above always does", () => {
  expect(chance(10_000, [0.69])).toBe(0);
  expect(chance(10_000, [0.74])).toBeCloseTo(1, 6);
});

test("where the baseline lies in its cell is not known, so that an expected gain of one step decides nothing", () => {
  const known = [0.7, 0.705, 0.71, 0.715, 0.72].map((accuracy) => chance(10_000, [accuracy]));
  expect(known).toEqual(known.toSorted((a, b) => a - b));
  expect(known[2]).toBeGreaterThan(0.2);
  expect(known[2]).toBeLessThan(0.6);
});

test("whoever asks for two steps climbs more rarely", () => {
  expect(chance(10_000, [0.72], 2)).toBeLessThan(chance(10_000, [0.72]) - 0.3);
});

test("where no gate decides, nothing is told", () => {
  const asked = { images: 2000, rung: 0.7, accuracies: [0.8], differ };
  expect(climbChanceFromRung({ kind: "fixed-step-ladder", eta: "0.01" }, asked)).toBeNull();
  expect(climbChanceFromRung({ kind: "exact" }, asked)).toBeNull();
});
