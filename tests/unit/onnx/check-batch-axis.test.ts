import { expect, test } from "vitest";
import { type GraphNode, writeModel } from "@/server/onnx/write-model";
import { inspect } from "../../fixtures/onnx/inspect-bytes";
import { smallClassifier } from "../../fixtures/onnx/small-classifier";

const ending = (op: string, axis: number | null, more: GraphNode[] = []) =>
  writeModel({
    ...smallClassifier,
    nodes: [
      ...smallClassifier.nodes.slice(0, 2),
      { op: "Gemm", inputs: ["flat", "weight", "bias"], outputs: ["logits"] },
      {
        op,
        name: "last",
        inputs: ["logits"],
        outputs: [more.length > 0 ? "normal" : "scores"],
        ...(axis !== null && { attributes: { axis } }),
      },
      ...more,
    ],
  });
const cast: GraphNode = { op: "Cast", inputs: ["normal"], outputs: ["scores"], attributes: { to: 1 } };

test.each([
  ["Softmax", 0],
  ["Softmax", -2],
  ["LogSoftmax", 0],
])("%s over axis %i of the scores is accepted with a warning that names dim=1", (op, axis) => {
  const { accepted, warnings } = inspect(ending(op, axis));
  expect(accepted).toBe(true);
  expect(warnings).toEqual([expect.stringMatching(/batch axis \(at last\).*dim=1/)]);
});

test("so is one behind a change of type", () => {
  expect(inspect(ending("Softmax", 0, [cast])).warnings).toHaveLength(1);
});

test.each([1, -1, null])("Softmax over axis %j, the classes, is not warned of", (axis) => {
  expect(inspect(ending("Softmax", axis)).warnings).toEqual([]);
});
