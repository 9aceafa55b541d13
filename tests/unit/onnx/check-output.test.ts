import { expect, test } from "vitest";
import { type TensorSlot, writeModel } from "@/server/onnx/write-model";
import { inspect } from "../../fixtures/onnx/inspect-bytes";
import { smallClassifier } from "../../fixtures/onnx/small-classifier";

const output = (shape: (number | string)[], type: TensorSlot["type"] = "float32"): TensorSlot => {
  return { name: "scores", shape, type };
};
const withOutputs = (...outputs: TensorSlot[]) => writeModel({ ...smallClassifier, outputs });

test.each([
  [["n", 10], 10, true],
  [[1, 10], 10, true],
  [[10], 10, false],
  [["n", "k"], null, true],
])("output %j has %s classes", (shape, classes, batched) => {
  const { accepted, model, warnings } = inspect(withOutputs(output(shape)));
  expect(accepted).toBe(true);
  expect(model!.output).toMatchObject({ classes, batched });
  expect(warnings).toHaveLength(classes === null ? 1 : 0);
});

test.each([
  [
    "too many classes",
    [output(["n", 1000])],
    "wrong_classes",
    "1,000 scores per image; this benchmark has 10",
  ],
  ["a feature map", [output(["n", 10, 1, 1])], "output_rank", "[?, 10, 1, 1]"],
  ["class indices", [output(["n", 10], "int64")], "output_type", "int64"],
  ["no output", [], "no_output", "no output"],
  [
    "a second output",
    [output(["n", 10]), { ...output(["n", 64]), name: "features" }],
    "several_outputs",
    "features",
  ],
])("%s is refused in words", (_, outputs, code, words) => {
  const { refusals } = inspect(withOutputs(...outputs));
  expect(refusals.map((refusal) => refusal.code)).toEqual([code]);
  expect(refusals[0]!.sentence).toContain(words);
});

test("thousands of outputs are refused in one short sentence", () => {
  const outputs = Array.from({ length: 5000 }, (_, index) => ({ ...output([10]), name: `o${index}` }));
  const { refusals } = inspect(withOutputs(...outputs));
  expect(refusals).toHaveLength(1);
  expect(refusals[0]!.sentence.length).toBeLessThan(200);
});

test("a background class too many is told how to go", () => {
  expect(inspect(withOutputs(output(["n", 11]))).refusals[0]!.hint).toContain("background class");
});
