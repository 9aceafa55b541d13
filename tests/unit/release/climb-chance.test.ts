import { expect, test } from "vitest";
import { emptyBits, setBit } from "@/server/release/bit-vector";
import { climbChance } from "@/server/release/climb-chance";
import { climbTable } from "@/server/release/climb-table";
import { defaultPolicy } from "@/server/release/default-policy";
import { drawNoise } from "@/server/release/draw-noise";
import { freshLadder } from "@/server/release/ladder-state";
import { stepLadder } from "@/server/release/step-ladder";
import { seededRandom } from "@/server/statistics/seeded-random";

const chance = (images: number, gain: number, differ = 0.07, atLeast?: number) =>
  climbChance({ policy: defaultPolicy(images).policy, images, differ, gain, atLeast });

// Measured by simulation when the policy was chosen, on models that differ on 7 % of the images.
test.each([
  [10_000, 0, 0.034],
  [10_000, 0.005, 0.19],
  [10_000, 0.01, 0.5],
  [10_000, 0.02, 0.96],
  [10_000, 0.03, 1],
  [2000, 0.005, 0.05],
  [2000, 0.01, 0.12],
  [2000, 0.02, 0.38],
  [2000, 0.03, 0.71],
])("under the default for %i images a gain of %f climbs with the chance %f", (images, gain, measured) => {
  expect(Math.abs(chance(images, gain) - measured)).toBeLessThan(0.01);
});

test("the more images two models differ on, the rarer a climb", () => {
  const chances = [0.05, 0.1, 0.16, 0.21, 0.4].map((differ) => chance(10_000, 0.01, differ));
  expect(chances).toEqual(chances.toSorted((a, b) => b - a));
});

test("whoever asks for two steps climbs half the time with a gain of two", () => {
  expect(chance(10_000, 0.02, 0.07, 2)).toBeCloseTo(0.5, 2);
  expect(chance(10_000, 0.01, 0.07, 2)).toBeLessThan(0.05);
});

test("the table says what a climb takes, and nothing where no gate decides", () => {
  const { policy } = defaultPolicy(10_000);
  const table = climbTable(policy, 10_000)!;
  expect(table.step).toBe(0.01);
  expect(chance(10_000, table.even, 0.16)).toBeCloseTo(0.5, 2);
  expect(table.rows.map(({ differ }) => differ)).toEqual([0.1, 0.16, 0.21]);
  expect(table.rows[1]!.chances[2]).toBeCloseTo(chance(10_000, 0.01, 0.16), 12);
  expect(climbTable({ kind: "exact" }, 10_000)).toBeNull();
});

test.each([0, 1, 2])("the ladder's own decisions climb as often for a gain of %i steps", (steps) => {
  const { policy } = defaultPolicy(10_000);
  const random = seededRandom(3).fraction;
  const baseline = emptyBits(10_000);
  for (let i = 0; i < 3000; i++) setBit(baseline, i);
  const first = stepLadder({
    policy,
    state: freshLadder,
    baseline: null,
    submission: { wrong: baseline },
    noise: 0,
  });
  let climbed = 0;
  for (let i = 0; i < 600; i++) {
    const wrong = emptyBits(10_000);
    let better = 0;
    for (let image = 0; image < 1000; image++) if (random() < 0.5 + steps * 0.05) better += 1;
    for (let image = better; image < 3000 + 1000 - better; image++) setBit(wrong, image);
    const noise = drawNoise({ policy, images: 10_000, random });
    if (stepLadder({ policy, ...first, submission: { wrong }, noise }).decision === "climbed") climbed += 1;
  }
  // Four standard errors.
  expect(Math.abs(climbed / 600 - chance(10_000, steps / 100, 0.1))).toBeLessThan(4 * Math.sqrt(0.25 / 600));
});
