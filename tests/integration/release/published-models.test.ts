import { expect, test } from "vitest";
import type { BitVector } from "@/server/release/bit-vector";
import { countOnlyIn } from "@/server/release/bit-vector";
import { defaultPolicy } from "@/server/release/default-policy";
import { drawNoise } from "@/server/release/draw-noise";
import { freshLadder, rungLoss } from "@/server/release/ladder-state";
import { rationalToNumber } from "@/server/release/rational";
import { type LadderInput, stepLadder } from "@/server/release/step-ladder";
import { type SeededRandom, seededRandom } from "@/server/statistics/seeded-random";
import { drawWrong, publishedModels } from "../../fixtures/published-models";

const images = 10_000;
const { policy } = defaultPolicy(images);
const models = publishedModels();
const whyNot = "the published counts are not here (RUNG_TEST_DATA)";

/** The loss on the rung, in points, of one team that submits all models in order. */
function endOfLadder(wrong: readonly BitVector[], atLeast: number, random: SeededRandom): number {
  let ladder: Pick<LadderInput, "state" | "baseline"> = { state: freshLadder, baseline: null };
  for (const bits of wrong) {
    const noise = drawNoise({ policy, images, random: random.fraction });
    ladder = stepLadder({ policy, ...ladder, submission: { wrong: bits }, noise, atLeast });
  }
  return 100 * rationalToNumber(rungLoss(ladder.state)!);
}

function stalenessOf(atLeast: number): number[] {
  const random = seededRandom(1);
  const errors = models!.map(({ fresh }) => fresh);
  const best = (100 * Math.min(...errors)) / images;
  return Array.from({ length: 4 }, () => drawWrong(errors, { images, shared: 0.86 }, random)).flatMap(
    (wrong) => Array.from({ length: 10 }, () => endOfLadder(wrong, atLeast, random) - best),
  );
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test("the models drawn differ from their neighbours as real ones do, on 10 to 21 % of the images", (context) => {
  if (!models) return context.skip(whyNot);
  const errors = models.map(({ fresh }) => fresh);
  const wrong = drawWrong(errors, { images, shared: 0.86 }, seededRandom(2));
  const differ = wrong
    .slice(1)
    .map((bits, i) => (countOnlyIn(bits, wrong[i]!) + countOnlyIn(wrong[i]!, bits)) / images)
    .sort((a, b) => a - b);
  expect(differ[differ.length >> 1]).toBeCloseTo(0.16, 2);
});

test("one team that submits the paper's 64 models ends at most a point stale if it asks for two steps, as three or none do not", (context) => {
  if (!models) return context.skip(whyNot);
  expect(models).toHaveLength(64);
  const [plain, two, three] = [1, 2, 3].map(stalenessOf) as [number[], number[], number[]];
  expect(mean(two)).toBeLessThan(0.6);
  expect(two.filter((points) => points <= 1).length / two.length).toBeGreaterThan(0.85);
  expect(mean(three)).toBeGreaterThan(mean(two));
  expect(mean(plain)).toBeGreaterThan(4);
});
