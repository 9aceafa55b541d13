import type { onnx } from "onnx-proto";
import { expect, test } from "vitest";
import { writeModel } from "@/server/onnx/write-model";
import { codes, inspect } from "../../fixtures/onnx/inspect-bytes";
import { classifierWith, oddClassifier, smallClassifier } from "../../fixtures/onnx/small-classifier";

const branchOf = (...node: onnx.INodeProto[]) =>
  classifierWith({ opType: "If", attribute: [{ name: "then_branch", type: 5, g: { name: "b", node } }] });

test("a node that uses what nothing gives is refused at its place", () => {
  const { refusals } = inspect(classifierWith({ opType: "Relu", name: "lost", input: ["nowhere"] }));
  expect(refusals).toMatchObject([{ code: "missing_value", where: "lost" }]);
  expect(refusals[0]!.sentence).toContain("“nowhere”");
});

test("an output that nothing gives is refused", () => {
  const outputs = [{ ...smallClassifier.outputs[0]!, name: "nowhere" }];
  expect(inspect(writeModel({ ...smallClassifier, outputs })).refusals).toMatchObject([
    { code: "missing_value", where: "nowhere" },
  ]);
});

test("a branch sees the values around it, and the graph around it not those inside", () => {
  expect(codes(branchOf({ opType: "Relu", input: ["flat"], output: ["inner"] }))).toEqual([]);
  expect(codes(branchOf({ opType: "Relu", input: ["elsewhere"], output: ["inner"] }))).toEqual([
    "missing_value",
  ]);
  const leaking = oddClassifier(({ graph }) => {
    const g = { name: "b", node: [{ opType: "Relu", input: ["flat"], output: ["inner"] }] };
    graph.node.push({ opType: "If", output: ["y"], attribute: [{ name: "then_branch", type: 5, g }] });
    graph.node.push({ opType: "Relu", input: ["inner"], output: ["z"] });
  });
  expect(codes(leaking)).toEqual(["missing_value"]);
});

test("a local function sees its own inputs only", () => {
  expect(codes(withBody("x"))).toEqual([]);
  expect(codes(withBody("flat"))).toEqual(["missing_value"]);
});

test("a value given twice, by two weights or by a weight and a node, is refused", () => {
  const [weight] = smallClassifier.initializers;
  const initializers = [...smallClassifier.initializers, weight!];
  expect(codes(writeModel({ ...smallClassifier, initializers }))).toEqual(["ambiguous"]);
  expect(codes(classifierWith({ opType: "Relu", input: ["flat"], output: ["weight"] }))).toEqual([
    "ambiguous",
  ]);
});

test("a false that is hidden by another value inside a branch does not turn Dropout off there", () => {
  const no = { name: "no", dims: [], dataType: 9, rawData: Uint8Array.of(0) };
  const hiding = { opType: "Cast", input: ["flat"], output: ["no"] };
  const drop = { opType: "Dropout", input: ["flat", "", "no"], output: ["dropped"] };
  const bytes = oddClassifier(({ graph }) => {
    graph.initializer.push(no);
    const g = { name: "b", node: [hiding, drop] };
    graph.node.push({ opType: "If", output: ["y"], attribute: [{ name: "then_branch", type: 5, g }] });
  });
  expect(codes(bytes)).toEqual(["training_mode"]);
});

/** The small classifier with a local function whose one node uses `input`. */
function withBody(input: string): Uint8Array {
  return oddClassifier((model) => {
    const node = [{ opType: "Relu", input: [input], output: ["y"] }];
    const opsetImport = [{ domain: "", version: 17 }];
    const body = { name: "f", domain: "local", input: ["x"], output: ["y"], node, opsetImport };
    model.functions.push(body as (typeof model.functions)[number]);
  });
}
