import { argMax } from "./arg-max";
import { type ByMetric, forMetrics, mapByMetric } from "./by-metric";
import { isRight, metricsFor } from "./metric";
import { rankOfLabel } from "./rank-of-label";

/** One model's result on one test set. Every array has one element per image, in the order of the test set. */
export interface Tally extends ByMetric<number> {
  total: number;
  /** 1 = wrong; an unanswered image is wrong */
  wrong: ByMetric<Uint8Array>;
  /** the predicted class; -1 for none (not answered, NaN, infinity) */
  predictions: Int32Array;
}

/**
 * Starts with every image wrong and corrects those recorded as right, so an image without an answer needs no special case.
 * @param labels class index of each image, in the order of the test set
 * @param classes number of classes; every label is below it
 * @returns `record(image, scores)`, which does not retain `scores`, and `tally()`, a view that later records change
 * @throws RangeError for an image outside the test set, a label outside the classes, or a frame of another length
 */
export function countCorrect(labels: ArrayLike<number>, classes: number) {
  const total = labels.length;
  const counted = metricsFor(classes);
  const wrong = forMetrics((metric) =>
    counted.includes(metric) ? new Uint8Array(total).fill(1) : null,
  ) as ByMetric<Uint8Array>;
  const predictions = new Int32Array(total).fill(-1);

  function record(image: number, scores: ArrayLike<number>): void {
    const label = labels[image];
    if (label === undefined) throw new RangeError(`image ${image} is outside a test set of ${total}`);
    if (scores.length !== classes) throw new RangeError(`${scores.length} scores for ${classes} classes`);
    const rank = rankOfLabel(scores, label);
    for (const metric of counted) wrong[metric]![image] = isRight(metric, rank) ? 0 : 1;
    predictions[image] = argMax(scores) ?? -1;
  }

  function tally(): Tally {
    return { total, ...mapByMetric(wrong, (bits) => total - sum(bits)), wrong, predictions };
  }

  return { record, tally };
}

function sum(bits: Uint8Array): number {
  let total = 0;
  for (const bit of bits) total += bit;
  return total;
}
