import { expect, test } from "vitest";
import { countConfusions } from "@/server/evaluation/count-confusions";

// The example of scikit-learn's documentation of confusion_matrix: [[2, 0, 0], [0, 0, 1], [1, 0, 2]].
const truth = [2, 0, 2, 2, 0, 1];
const predictions = [0, 0, 2, 2, 0, 2];

test("classes and confusions are those of scikit-learn's confusion matrix", () => {
  expect(countConfusions(truth, predictions, 3)).toEqual({
    total: 6,
    correct: 4,
    classes: [
      { total: 2, correct: 2 },
      { total: 1, correct: 0 },
      { total: 3, correct: 2 },
    ],
    confusions: [
      { label: 1, prediction: 2, images: 1 },
      { label: 2, prediction: 0, images: 1 },
    ],
  });
});

test("an image without an answer is wrong, and taken for no class", () => {
  const { correct, confusions } = countConfusions([1, 1], [-1, 1], 2);
  expect(correct).toBe(1);
  expect(confusions).toEqual([{ label: 1, prediction: null, images: 1 }]);
});

test("the most frequent confusion comes first", () => {
  const { confusions } = countConfusions([0, 1, 1, 2], [1, 0, 0, 0], 3);
  expect(confusions.map(({ label, prediction, images }) => [label, prediction, images])).toEqual([
    [1, 0, 2],
    [0, 1, 1],
    [2, 0, 1],
  ]);
});

test("images wrong, summed over all pairs, are those that are not right", () => {
  const labels = Array.from({ length: 1_000 }, (_, i) => i % 7);
  const answers = Array.from({ length: 1_000 }, (_, i) => ((i * i) % 8) - 1);
  const { total, correct, classes, confusions } = countConfusions(labels, answers, 7);
  expect(confusions.reduce((sum, { images }) => sum + images, 0)).toBe(total - correct);
  expect(classes.reduce((sum, one) => sum + one.total, 0)).toBe(total);
});
