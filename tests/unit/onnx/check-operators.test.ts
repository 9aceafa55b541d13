import { expect, test } from "vitest";
import { writeModel } from "@/server/onnx/write-model";
import { codes, inspect } from "../../fixtures/onnx/inspect-bytes";
import { classifierWith, smallClassifier } from "../../fixtures/onnx/small-classifier";

const withOperator = (op: string, opset: number, domain = "") =>
  writeModel({
    ...smallClassifier,
    opset,
    nodes: [{ op, domain, name: "odd", inputs: ["image"], outputs: ["scores"] }],
  });

test.each([
  ["Relu", 7, ""],
  ["Relu", 26, "ai.onnx"],
  ["HardSwish", 14, ""],
  ["Upsample", 9, ""],
  ["Upsample", 7, ""],
  ["QLinearAdd", 13, "com.microsoft"],
  ["FusedConv", 13, "com.microsoft"],
])("operator %s at opset %i of %j is known", (op, opset, domain) => {
  expect(codes(withOperator(op, opset, domain))).toEqual([]);
});

test.each([
  ["Rleu", 17, "", "is not an ONNX operator"],
  ["Relu\uFEFF", 17, "", "is not an ONNX operator"],
  ["\uFEFFRelu", 17, "", "is not an ONNX operator"],
  ["HardSwish", 13, "", "was introduced in opset 14"],
  ["Upsample", 10, "", "was removed from ONNX in opset 10"],
  ["ImageDecoder", 20, "", "is not an ONNX operator supported here"],
  ["EPContext", 17, "com.microsoft", "is not supported here"],
  ["Sampling", 17, "com.microsoft", "is not supported here"],
  ["ATen", 17, "org.pytorch.aten", "which is not part of ONNX"],
  ["Relu", 17, "ai.onnx.preview.training", "which is not part of ONNX"],
])("operator %s at opset %i of %j is refused in words", (op, opset, domain, words) => {
  const { refusals } = inspect(withOperator(op, opset, domain));
  expect(refusals).toMatchObject([{ code: "unknown_operator", where: "odd" }]);
  expect(refusals[0]!.sentence).toContain(words);
});

test("an unknown operator is found inside nested subgraphs", () => {
  const inner = { name: "inner", node: [{ opType: "Mystery", name: "deep" }] };
  const outer = {
    name: "outer",
    node: [{ opType: "Loop", attribute: [{ name: "body", type: 5, g: inner }] }],
  };
  const bytes = classifierWith({ opType: "If", attribute: [{ name: "then_branch", type: 5, g: outer }] });
  expect(inspect(bytes).refusals).toMatchObject([{ code: "unknown_operator", where: "deep" }]);
});

test("the same unknown operator is refused once, with its count and its first node", () => {
  const nodes = ["first", "scores"].map((name) => ({ op: "Odd", name, inputs: [], outputs: [name] }));
  expect(inspect(writeModel({ ...smallClassifier, nodes })).refusals).toMatchObject([
    { where: "first", count: 2 },
  ]);
});

test("a node without a name is told by its result", () => {
  const nodes = [{ op: "Odd", inputs: [], outputs: ["scores"] }];
  expect(inspect(writeModel({ ...smallClassifier, nodes })).refusals).toMatchObject([{ where: "scores" }]);
});
