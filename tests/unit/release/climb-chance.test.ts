import { expect, test } from "vitest";
import { emptyBits, setBit } from "@/server/release/bit-vector";
import { climbChance } from "@/server/release/climb-chance";
import { defaultPolicy } from "@/server/release/default-policy";
import { drawNoise } from "@/server/release/draw-noise";
import { freshLadder } from "@/server/release/ladder-state";
import { stepLadder } from "@/server/release/step-ladder";
import { seededRandom } from "@/server/statistics/seeded-random";

const { policy } = defaultPolicy(10_000);
const chance = (steps: number, changed = 1000) => climbChance({ policy, images: 10_000, changed, steps });

test("between models that differ on few images, one step is released half the time and two steps five times in six", () => {
  expect(chance(1, 300)).toBeCloseTo(1 / 2, 2);
  expect(chance(2, 300)).toBeCloseTo(5 / 6, 1);
});

test("a model that is no better does not climb, however many images it changes", () => {
  for (const changed of [100, 300, 1000, 3000, 6000]) expect(chance(0, changed)).toBeLessThan(0.002);
});

test.each([0, 1, 2])("the ladder's own decisions climb as often for a gain of %i steps", (steps) => {
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
  expect(Math.abs(climbed / 600 - chance(steps))).toBeLessThan(4 * Math.sqrt(0.25 / 600));
});
