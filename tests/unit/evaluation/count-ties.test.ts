import { expect, test } from "vitest";
import { countTies } from "@/server/evaluation/count-ties";
import { warnOfRun } from "@/server/evaluation/warn-of-run";

test("an image is tied where several classes share its best score, flat where all do", () => {
  const ties = countTies();
  for (const scores of [
    [1, 0, 0],
    [1, 1, 0],
    [0, 0.5, 0.5],
    [1, 1, 1],
    [0, 0, -1],
  ])
    ties.record(scores);
  expect(ties.tally()).toEqual({ images: 5, tied: 4, flat: 1 });
});

test("a softmax over the batch axis is named where a model run alone gives every image flat scores", () => {
  const warnings = warnOfRun({ images: 60, tied: 60, flat: 60, alone: true });
  expect(warnings.join(" ")).toContain("dim=0 was probably meant to be dim=1");
});

test("saturated scores are counted", () => {
  const [warning, ...more] = warnOfRun({ images: 60, tied: 46, flat: 3, alone: false }, "original images");
  expect(warning).toContain("46 of 60 original images have several best scores");
  expect(more).toEqual([]);
});

test("nothing is said of a model without ties that runs in batches", () => {
  expect(warnOfRun({ images: 60, tied: 0, flat: 0, alone: false })).toEqual([]);
});
