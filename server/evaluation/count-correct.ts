import { argMax } from "./arg-max";
import { rankOfLabel } from "./rank-of-label";

/** What one model did on one test set. Every array has one element per image, in the order of the test set. */
export interface Tally {
  total: number;
  /** images whose label is the arg max */
  top1: number;
  /** images whose label is among the five best; null with five classes or fewer */
  top5: number | null;
  /** 1 = wrong at top-1; an image that was never answered is wrong */
  wrong: Uint8Array;
  /** 1 = wrong at top-5; null with five classes or fewer */
  wrongTop5: Uint8Array | null;
  /** the class named; -1 where none was (not answered, NaN, infinity) */
  predictions: Int32Array;
}

/**
 * Starts with every image wrong and turns right what is recorded, so an image without an answer needs no special case.
 * @param labels class index of each image, in the order of the test set
 * @param classes number of classes; every label is below it
 * @returns `record(image, scores)`, which keeps nothing of `scores`, and `tally()`, a view that later records change
 * @throws RangeError for an image outside the test set, a label outside the classes, or a frame of another length
 */
export function countCorrect(labels: ArrayLike<number>, classes: number) {
  const total = labels.length;
  const wrong = new Uint8Array(total).fill(1);
  const wrongTop5 = classes > 5 ? new Uint8Array(total).fill(1) : null;
  const predictions = new Int32Array(total).fill(-1);

  function record(image: number, scores: ArrayLike<number>): void {
    const label = labels[image];
    if (label === undefined) throw new RangeError(`image ${image} is outside a test set of ${total}`);
    if (scores.length !== classes) throw new RangeError(`${scores.length} scores for ${classes} classes`);
    const rank = rankOfLabel(scores, label);
    wrong[image] = rank === 0 ? 0 : 1;
    if (wrongTop5) wrongTop5[image] = rank !== null && rank < 5 ? 0 : 1;
    predictions[image] = argMax(scores) ?? -1;
  }

  function tally(): Tally {
    const top5 = wrongTop5 && total - sum(wrongTop5);
    return { total, top1: total - sum(wrong), top5, wrong, wrongTop5, predictions };
  }

  return { record, tally };
}

function sum(bits: Uint8Array): number {
  let total = 0;
  for (const bit of bits) total += bit;
  return total;
}
