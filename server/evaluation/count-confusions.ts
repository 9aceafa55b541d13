interface Confusion {
  label: number;
  /** null: no answer. */
  prediction: number | null;
  images: number;
}

/** Where a model is right and what it takes the rest for. */
export interface ConfusionCounts {
  total: number;
  correct: number;
  /** By class index. */
  classes: { total: number; correct: number }[];
  /** Pairs of different classes that occur, the most frequent first; ties in the order of label, then prediction. */
  confusions: Confusion[];
}

/**
 * Counts the answers of a model by class.
 * @param labels the class of each image
 * @param predictions the class that the model says, -1 for none, image by image
 * @param classes how many there are
 */
export function countConfusions(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  classes: number,
): ConfusionCounts {
  const byClass = Array.from({ length: classes }, () => ({ total: 0, correct: 0 }));
  const pairs = new Map<number, number>();
  for (let image = 0; image < labels.length; image++) {
    const label = labels[image]!;
    const prediction = predictions[image] ?? -1;
    byClass[label]!.total += 1;
    if (prediction === label) byClass[label]!.correct += 1;
    else {
      const pair = label * (classes + 1) + prediction + 1;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  const confusions = [...pairs]
    .sort(([one, many], [other, more]) => more - many || one - other)
    .map(([pair, images]) => {
      const prediction = (pair % (classes + 1)) - 1;
      const label = Math.floor(pair / (classes + 1));
      return { label, prediction: prediction < 0 ? null : prediction, images };
    });
  const correct = byClass.reduce((sum, one) => sum + one.correct, 0);
  return { total: labels.length, correct, classes: byClass, confusions };
}
