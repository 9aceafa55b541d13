import type { onnx } from "onnx-proto";
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

/** Weight standardisation as timm's ScaledStdConv2d is exported: the weights are what is normalised. */
const standardised = (source: string, change: (graph: onnx.IGraphProto) => void = () => {}) =>
  oddClassifier(({ graph }) => {
    graph.node.push(
      { opType: "Reshape", input: [source, "shape"], output: ["rows"] },
      {
        opType: "BatchNormalization",
        name: "bn",
        input: ["rows", "bias", "bias", "bias", "bias"],
        output: ["s"],
      },
    );
    graph.node.at(-1)!.attribute = [{ name: "training_mode", type: 2, i: 1 }];
    graph.initializer.push({ name: "shape", dims: [2], dataType: 7, int64Data: [1, -1] });
    change(graph);
  });

test("BatchNormalization in training mode that standardises weights is no training", () => {
  expect(codes(standardised("weight"))).toEqual([]);
});

test.each<[string, Uint8Array]>([
  ["what comes from the image", standardised("flat")],
  [
    "a name that a node gives as well",
    standardised("twice", (graph) => {
      graph.initializer!.push({ name: "twice", dims: [1], dataType: 1, floatData: [1] });
      graph.node!.unshift({ opType: "Relu", input: ["image"], output: ["twice"] });
    }),
  ],
  [
    "a name that only an attribute's tensor has",
    standardised("image", (graph) => {
      const t = { name: "image", dims: [1], dataType: 1, floatData: [1] };
      graph.node!.unshift({ opType: "Constant", output: ["c"], attribute: [{ name: "value", type: 4, t }] });
    }),
  ],
  [
    "what a subgraph may take from the image",
    standardised("branched", (graph) => {
      const g = { name: "b", node: [{ opType: "Relu", input: ["image"], output: ["branched"] }] };
      graph.node!.unshift({
        opType: "If",
        output: ["branched"],
        attribute: [{ name: "then_branch", type: 5, g }],
      });
    }),
  ],
])("it stays refused on %s", (_, bytes) => {
  expect(codes(bytes)).toContain("training_mode");
});

function normalised(opset: number, outputs: string[], attributes: Record<string, number> = {}): Uint8Array {
  const node = { op: "BatchNormalization", name: "bn", inputs: ["image"], outputs, attributes };
  return writeModel({ ...smallClassifier, opset, nodes: [node] });
}
