import { expect, test } from "vitest";
import { type Belief, noBelief } from "@/server/release/attacks/belief";
import {
  type Cells,
  chooseCells,
  drawCells,
  flipCells,
  learn,
  sumOfCells,
} from "@/server/release/attacks/cells";
import { surpriseOf } from "@/server/release/attacks/surprise";
import { seededRandom } from "@/server/statistics/seeded-random";

function start(torn: number, seed: number) {
  const random = seededRandom(seed);
  const sides = Int8Array.from({ length: torn }, () => (random.uint32() & 1 ? 1 : -1));
  return { random, sides, belief: noBelief(torn), cells: drawCells(torn, random) };
}

/** Tells the true sum of the sides in the chosen cells, exactly. */
function tell(belief: Belief, cells: Cells, sides: Int8Array, chosen: Uint8Array): void {
  const sum = sumOfCells(belief, cells, sides, chosen);
  const mean = (trueSum(cells, sides, chosen) - sum.mean) / Math.sqrt(sum.variance);
  learn(belief, cells, sides, { sum, surprise: surpriseOf({ mean, second: mean ** 2 }, sum.variance) });
}

function trueSum({ count, order, starts }: Cells, sides: Int8Array, chosen: Uint8Array): number {
  let total = 0;
  for (let c = 0; c < count; c++) {
    if (chosen[c]) for (const image of order.subarray(starts[c]!, starts[c + 1])) total += sides[image]!;
  }
  return total;
}

test("a sum that was told is known, and tells its complement too once the whole is known", () => {
  const { random, sides, belief, cells } = start(600, 1);
  const { chosen } = chooseCells(cells, 0.5, random);
  tell(belief, cells, sides, cells.every);
  tell(belief, cells, sides, chosen);
  const rest = chosen.map((bit) => 1 - bit);
  for (const known of [chosen, rest, cells.every]) {
    const { mean, variance } = sumOfCells(belief, cells, sides, known);
    expect(variance).toBeLessThan(15);
    expect(Math.abs(mean - trueSum(cells, sides, known))).toBeLessThan(4);
  }
});

test("flipped cells are remembered as flipped: what was the sum is now half less the other", () => {
  const { random, sides, belief, cells } = start(600, 2);
  const { chosen } = chooseCells(cells, 0.5, random);
  tell(belief, cells, sides, cells.every);
  flipCells(cells, sides, chosen);
  // Independent of the sum before, so as uncertain as ever.
  expect(sumOfCells(belief, cells, sides, cells.every).variance).toBeGreaterThan(590);
  flipCells(cells, sides, chosen);
  expect(sumOfCells(belief, cells, sides, cells.every).variance).toBeLessThan(15);
});

test("sums are as far from what is believed as the belief says", () => {
  let squares = 0;
  for (let seed = 0; seed < 200; seed++) {
    const { random, sides, belief, cells } = start(300, seed);
    for (let i = 0; i < 6; i++) tell(belief, cells, sides, chooseCells(cells, 0.4, random).chosen);
    const { chosen } = chooseCells(cells, 0.4, random);
    const { mean, variance } = sumOfCells(belief, cells, sides, chosen);
    squares += (trueSum(cells, sides, chosen) - mean) ** 2 / variance;
  }
  // Four standard errors.
  expect(Math.abs(squares / 200 - 1)).toBeLessThan(4 * Math.sqrt(2 / 200));
});
