import { expect, test } from "vitest";
import { explainFeeding } from "@/server/evaluation/explain-feeding";

const usual = {
  preprocessing: { input_size: [3, 32, 32] },
  model: { input: { type: "float32" }, output: { classes: 2, sigmoid: true } },
  classes: ["cat", "dog"],
};

test("nothing is said of a model that is run as usual", () => {
  expect(explainFeeding(usual)).toEqual([]);
});

test.each([
  ["grey", { preprocessing: { input_size: [1, 32, 32] } }, /ITU-R 601/],
  ["bytes", { model: { ...usual.model, input: { type: "uint8" } } }, /mean and std are not used/],
  ["one sigmoid score", { model: { ...usual.model, output: { classes: 1, sigmoid: true } } }, /“dog”/],
])("that a model gets %s is said in one sentence", (_, changes, words) => {
  expect(explainFeeding({ ...usual, ...changes })).toEqual([expect.stringMatching(words)]);
});
