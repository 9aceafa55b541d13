import type { onnx } from "onnx-proto";
import { expect, test } from "vitest";
import { codes, inspect } from "../../fixtures/onnx/inspect-bytes";
import { oddClassifier } from "../../fixtures/onnx/small-classifier";

const opsetImport = [{ domain: "", version: 17 }];
const call = (name: string): onnx.INodeProto => ({ opType: name, domain: "local", output: [`of_${name}`] });
const body = (name: string, node: onnx.INodeProto[], domain = "local"): onnx.IFunctionProto => {
  return { name, domain, node, opsetImport };
};
const withFunctions = (functions: onnx.IFunctionProto[], calls: string[] = []) =>
  oddClassifier((model) => {
    model.functions = functions as onnx.FunctionProto[];
    model.graph.node.push(...calls.map(call));
  });

test("a local function is accepted and its operators are counted", () => {
  const { accepted, model } = inspect(withFunctions([body("f", [{ opType: "Relu", output: ["y"] }])], ["f"]));
  expect(accepted).toBe(true);
  expect(model!.operators).toMatchObject({ Relu: 1, "local.f": 1 });
});

test("an unknown operator in a local function is refused even when nobody calls it", () => {
  expect(codes(withFunctions([body("f", [{ opType: "Odd" }])]))).toEqual(["unknown_operator"]);
});

test.each([
  ["itself", [body("f", [call("f")])]],
  ["itself through another", [body("f", [call("g")]), body("g", [call("f")])]],
  [
    "itself in a branch",
    [
      body("f", [
        { opType: "If", attribute: [{ name: "then_branch", type: 5, g: { name: "b", node: [call("f")] } }] },
      ]),
    ],
  ],
])("a function that calls %s is refused", (_, functions) => {
  expect(codes(withFunctions(functions))).toEqual(["recursive_function"]);
});

test("functions that double twenty times are refused before anything unfolds them", () => {
  const functions = Array.from({ length: 20 }, (_, level) =>
    body(`f${level}`, level === 0 ? [{ opType: "Relu" }] : [call(`f${level - 1}`), call(`f${level - 1}`)]),
  );
  expect(codes(withFunctions(functions, ["f19"]))).toContain("too_complex");
});

test.each(["", "ai.onnx", "com.microsoft", "ai.onnx.ml"])(
  "a function that hides operators of the runtime's domain %j is refused",
  (domain) => {
    expect(codes(withFunctions([body("Relu", [{ opType: "Abs" }], domain)]))).toEqual(["shadowing_function"]);
  },
);

test("a function defined twice is refused", () => {
  expect(codes(withFunctions([body("f", []), body("f", [])]))).toEqual(["ambiguous"]);
});
