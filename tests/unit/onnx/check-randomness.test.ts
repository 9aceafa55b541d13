import { expect, test } from "vitest";
import { writeModel } from "@/server/onnx/write-model";
import { codes, inspect } from "../../fixtures/onnx/inspect-bytes";
import { classifierWith, oddClassifier, smallClassifier } from "../../fixtures/onnx/small-classifier";

const no = { name: "no", dims: [], dataType: 9, rawData: Uint8Array.of(0) };
const yes = { name: "yes", dims: [], dataType: 9, int32Data: [1] };

test.each([
  "RandomUniform",
  "RandomNormal",
  "RandomUniformLike",
  "RandomNormalLike",
  "Multinomial",
  "Bernoulli",
])("%s is refused wherever it stands", (opType) => {
  const node = { opType, name: "dice", output: ["r"] };
  const branch = { name: "branch", node: [node] };
  const body = { name: "f", domain: "local", node: [node], opsetImport: [{ domain: "", version: 17 }] };
  const places = [
    classifierWith(node),
    classifierWith({ ...node, domain: "ai.onnx" }),
    classifierWith({ opType: "If", attribute: [{ name: "else_branch", type: 5, g: branch }] }),
    oddClassifier((model) => void model.functions.push(body as (typeof model.functions)[number])),
  ];
  for (const bytes of places) {
    const { refusals } = inspect(bytes);
    expect(refusals[0]).toMatchObject({ code: "random_operator" });
  }
});

test.each([
  ["a constant true", "yes", ["training_mode"]],
  ["something computed", "flat", ["training_mode"]],
  ["a constant false", "no", []],
  ["nothing", "", []],
])("Dropout whose training mode is %s: %s -> %j", (_, mode, expected) => {
  const bytes = oddClassifier(({ graph }) => {
    graph.initializer.push(no, yes);
    graph.node.push({ opType: "Dropout", name: "drop", input: ["flat", "", mode], output: ["dropped"] });
  });
  expect(codes(bytes)).toEqual(expected);
});

test("a Constant node that holds false turns Dropout off, also from outside a subgraph", () => {
  const drop = { opType: "Dropout", input: ["flat", "", "off"], output: ["dropped"] };
  const bytes = oddClassifier(({ graph }) => {
    graph.node.push({ opType: "Constant", output: ["off"], attribute: [{ name: "value", type: 4, t: no }] });
    graph.node.push({
      opType: "If",
      attribute: [{ name: "then_branch", type: 5, g: { name: "b", node: [drop] } }],
    });
  });
  expect(codes(bytes)).toEqual([]);
});

test("BatchNormalization that learns from the batch is refused, in its old form and its new one", () => {
  expect(codes(normalised(17, ["scores"], { training_mode: 1 }))).toEqual(["training_mode"]);
  expect(codes(normalised(9, ["scores", "mean", "var"]))).toEqual(["training_mode"]);
  expect(codes(normalised(17, ["scores"], { training_mode: 0 }))).toEqual([]);
  expect(codes(normalised(9, ["scores", "", ""]))).toEqual([]);
});

function normalised(opset: number, outputs: string[], attributes: Record<string, number> = {}): Uint8Array {
  const node = { op: "BatchNormalization", name: "bn", inputs: ["image"], outputs, attributes };
  return writeModel({ ...smallClassifier, opset, nodes: [node] });
}
