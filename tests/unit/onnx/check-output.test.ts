import { expect, test } from "vitest";
import { type GraphNode, type TensorSlot, writeModel } from "@/server/onnx/write-model";
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
  [["n", 10, 1, 1], 10, true],
  [["n", 1, 1, 10], 10, true],
  [["n", 10, "h", "w"], 10, true],
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
  ["a feature map", [output(["n", 10, 7, 7])], "output_rank", "[?, 10, 7, 7]"],
  ["class indices", [output(["n", 10], "int64")], "output_type", "int64"],
  ["no output", [], "no_output", "no output"],
  [
    "a second output",
    [output(["n", 10]), { ...output(["n", 3, 1, 1]), name: "pooled" }],
    "several_outputs",
    "pooled",
  ],
])("%s is refused in words", (_, outputs, code, words) => {
  const { refusals } = inspect(withOutputs(...outputs));
  expect(refusals.map((refusal) => refusal.code)).toEqual([code]);
  expect(refusals[0]!.sentence).toContain(words);
});

test("thousands of outputs are refused in one short sentence", () => {
  const outputs = Array.from({ length: 5000 }, (_, index) => ({ ...output([10]), name: `o${index}` }));
  const { refusals } = inspect(withOutputs(...outputs));
  expect(refusals[0]!.code).toBe("several_outputs");
  expect(refusals[0]!.sentence.length).toBeLessThan(200);
});

const sigmoid = (from: string): GraphNode => ({ op: "Sigmoid", inputs: [from], outputs: ["scores"] });
const oneScore = (...last: GraphNode[]) =>
  writeModel({
    ...smallClassifier,
    outputs: [output(["n", 1])],
    initializers: [{ name: "weight", dims: [3, 1], data: new Float32Array(3) }],
    nodes: [
      ...smallClassifier.nodes.slice(0, 2),
      { op: "MatMul", inputs: ["flat", "weight"], outputs: ["logit"] },
      ...last,
    ],
  });

test("one sigmoid score serves for two classes, also behind a change of type; for ten it does not", () => {
  const cast: GraphNode = { op: "Cast", inputs: ["p"], outputs: ["scores"], attributes: { to: 1 } };
  const models = [oneScore(sigmoid("logit")), oneScore({ ...sigmoid("logit"), outputs: ["p"] }, cast)];
  for (const bytes of models) {
    expect(inspect(bytes, 2)).toMatchObject({
      accepted: true,
      model: { output: { classes: 1, sigmoid: true } },
    });
    expect(inspect(bytes, 10).refusals).toMatchObject([{ code: "wrong_classes" }]);
  }
});

test("one score that is no sigmoid is told how to become two", () => {
  const { refusals } = inspect(oneScore({ op: "Identity", inputs: ["logit"], outputs: ["scores"] }), 2);
  expect(refusals).toMatchObject([{ code: "wrong_classes", hint: expect.stringContaining("torch.cat") }]);
});

test("a background class too many is told how to go", () => {
  expect(inspect(withOutputs(output(["n", 11]))).refusals[0]!.hint).toContain("background class");
});
