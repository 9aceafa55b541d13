import type { SeededRandom } from "../../statistics/seeded-random";
import type { Belief } from "./belief";
import { shuffle } from "./blocks-of";
import type { Surprise } from "./surprise";

/**
 * A team's torn images in cells, drawn once at random, that it flips whole. What it has learnt of their sums is known together, not image
 * by image: `explained` is that covariance, a row a cell, in images squared.
 */
export type Cells = {
  readonly count: number;
  readonly every: Uint8Array;
  /** Where image `order[i]` lies: cell `c` holds `starts[c]` to `starts[c + 1]`. */
  readonly order: Int32Array;
  readonly starts: Int32Array;
  readonly explained: Float64Array;
};

/** Right less wrong sides in the chosen cells, as believed; `along` is how each cell's sum varies with theirs. */
export type CellSum = { readonly mean: number; readonly variance: number; readonly along: Float64Array };

/** More cells would tell more of each image and cost time; smaller ones would count an image's own doubt twice. */
const mostCells = 120;
const fewestImages = 10;

/** Cells of equal size, as nearly as may be, about which nothing is known but the belief. */
export function drawCells(torn: number, random: SeededRandom): Cells {
  const count = Math.max(1, Math.min(mostCells, Math.floor(torn / fewestImages)));
  const order = Int32Array.from({ length: torn }, (_, i) => i);
  shuffle(order, random);
  const starts = Int32Array.from({ length: count + 1 }, (_, c) => Math.round((c * torn) / count));
  const every = new Uint8Array(count).fill(1);
  return { count, every, order, starts, explained: new Float64Array(count * count) };
}

/** A random share of the cells, marked with 1, and the images in them. */
export function chooseCells({ count, starts }: Cells, share: number, random: SeededRandom) {
  const chosen = new Uint8Array(count);
  let flips = 0;
  for (let left = Math.max(1, Math.round(share * count)); left > 0; ) {
    const c = Math.floor(random.fraction() * count);
    if (chosen[c]) continue;
    chosen[c] = 1;
    flips += starts[c + 1]! - starts[c]!;
    left -= 1;
  }
  return { chosen, flips };
}

/** Right less wrong sides in the chosen cells, as expected. */
export function meanOfCells(
  belief: Belief,
  { count, order, starts }: Cells,
  sides: Int8Array,
  chosen: Uint8Array,
): number {
  let mean = 0;
  for (let c = 0; c < count; c++) {
    if (!chosen[c]) continue;
    for (let i = starts[c]!; i < starts[c + 1]!; i++) mean += sides[order[i]!]! * belief.mean[order[i]!]!;
  }
  return mean;
}

/** The sum of the `sides` in the cells that `chosen` marks with 1. */
export function sumOfCells(belief: Belief, cells: Cells, sides: Int8Array, chosen: Uint8Array): CellSum {
  const { count, explained } = cells;
  const doubt = doubtOf(belief, cells);
  const along = new Float64Array(count);
  let variance = 0;
  for (let c = 0; c < count; c++) {
    let shared = 0;
    for (let other = 0; other < count; other++) {
      if (chosen[other]) shared += explained[c * count + other]! * doubt[other]!;
    }
    const size = cells.starts[c + 1]! - cells.starts[c]!;
    along[c] = doubt[c]! * (size * chosen[c]! - shared);
    if (chosen[c]) variance += along[c]!;
  }
  return { mean: meanOfCells(belief, cells, sides, chosen), variance: Math.max(variance, 1e-3), along };
}

/** Takes in what an answer tells of such a sum (assumed-density filtering; Opper & Winther 1998). */
export function learn(
  belief: Belief,
  cells: Cells,
  sides: Int8Array,
  { sum, surprise }: { sum: CellSum; surprise: Surprise },
): void {
  const { count, order, starts, explained } = cells;
  const doubt = doubtOf(belief, cells);
  const moved = sum.along.map((along, c) => along / doubt[c]!);
  for (let c = 0; c < count; c++) {
    const from = starts[c]!;
    const to = starts[c + 1]!;
    const step = (moved[c]! / (to - from)) * surprise.shift;
    for (let i = from; i < to; i++) {
      const image = order[i]!;
      belief.odds[image]! += sides[image]! * step;
      belief.mean[image] = tanh(belief.odds[image]!);
    }
    const narrowing = surprise.narrowing * moved[c]!;
    for (let other = 0, at = c * count; other < count; other++, at++)
      explained[at]! += narrowing * moved[other]!;
  }
}

/** As Math.tanh to 7 digits near zero, where nearly all odds are. */
function tanh(x: number): number {
  const square = x * x;
  return square > 0.04 ? Math.tanh(x) : x * (1 - square * (1 / 3 - square * (2 / 15 - (square * 17) / 315)));
}

/** Takes the other side on every image of the chosen cells. */
export function flipCells(
  { count, order, starts, explained }: Cells,
  sides: Int8Array,
  chosen: Uint8Array,
): void {
  for (let c = 0; c < count; c++) {
    if (chosen[c]) for (let i = starts[c]!; i < starts[c + 1]!; i++) sides[order[i]!]! *= -1;
    for (let other = 0; other < count; other++) {
      if (chosen[c] !== chosen[other]) explained[c * count + other]! *= -1;
    }
  }
}

/** The variance of a side, cell by cell, averaged over its images. */
function doubtOf(belief: Belief, { count, order, starts }: Cells): Float64Array {
  const doubt = new Float64Array(count);
  for (let c = 0; c < count; c++) {
    const from = starts[c]!;
    const to = starts[c + 1]!;
    let certain = 0;
    for (let i = from; i < to; i++) certain += belief.mean[order[i]!]! ** 2;
    doubt[c] = Math.max(1e-6, 1 - certain / (to - from));
  }
  return doubt;
}
