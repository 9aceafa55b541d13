import { expect, test } from "vitest";
import type { ElementType } from "@/server/onnx/element-types";
import { type GraphNode, writeModel } from "@/server/onnx/write-model";
import { codes, inspect } from "../../fixtures/onnx/inspect-bytes";
import { smallClassifier } from "../../fixtures/onnx/small-classifier";

const convolution = (name: string): GraphNode => {
  return { op: "Conv", name, inputs: ["image", "filters"], outputs: [`of ${name}`] };
};
const withFilters = (type: ElementType, nodes: GraphNode[]) =>
  writeModel({
    ...smallClassifier,
    nodes: [...nodes, ...smallClassifier.nodes],
    initializers: [
      ...smallClassifier.initializers,
      {
        name: "filters",
        dims: [4, 3, 1, 1],
        type,
        data: type === "float64" ? new Float64Array(12) : new Uint16Array(12),
      },
    ],
  });

test.each([
  ["bfloat16", "weights are bfloat16, and the runtime cannot compute Conv"],
  ["float64", "weights are float64 (double), and the runtime cannot compute Conv"],
] as const)("convolutions with weights in %s are refused once, with the cure", (type, words) => {
  const { refusals } = inspect(withFilters(type, [convolution("one"), convolution("two")]));
  expect(refusals).toMatchObject([{ code: "no_kernel", where: "one", count: 2 }]);
  expect(refusals[0]!.sentence).toContain(words);
  expect(refusals[0]!.hint).toContain("model.float()");
});

test("weights in float16, and those in bfloat16 that are made float32 first, are not", () => {
  expect(codes(withFilters("float16", [convolution("one")]))).toEqual([]);
  const cast: GraphNode = { op: "Cast", inputs: ["filters"], outputs: ["f32"], attributes: { to: 1 } };
  const after: GraphNode = { op: "Conv", inputs: ["image", "f32"], outputs: ["maps"] };
  expect(codes(withFilters("bfloat16", [cast, after]))).toEqual([]);
});
