import type { onnx } from "onnx-proto";
import onnxProto from "onnx-proto";
import { expect, test } from "vitest";
import { inspectModel } from "@/server/onnx/inspect-model";
import { writeModel } from "@/server/onnx/write-model";
import { codes, inspect } from "../../fixtures/onnx/inspect-bytes";
import { classifierWith, oddClassifier, smallClassifier } from "../../fixtures/onnx/small-classifier";
import { bytesField, concat, fieldHeader, varintField } from "../../fixtures/onnx/wire-field";

const good = writeModel(smallClassifier);
const graph = onnxProto.onnx.GraphProto.encode(onnxProto.onnx.ModelProto.decode(good).graph!).finish();

test("of a file of 1.9 GB less than 100 KB are read", () => {
  const weights = 1_900_000_000;
  const tensor = concat(varintField(1, weights / 4), varintField(2, 1), fieldHeader(9, weights));
  const initializer = concat(fieldHeader(5, tensor.length + weights), tensor);
  const start = concat(
    varintField(1, 8),
    fieldHeader(7, graph.length + initializer.length + weights),
    graph,
    initializer,
  );
  const end = bytesField(8, varintField(2, 17));
  let bytesRead = 0;
  const read = (offset: number, length: number) => {
    const from = Math.max(0, offset - start.length - weights);
    const bytes =
      offset < start.length ? start.slice(offset, offset + length) : end.slice(from, from + length);
    bytesRead += length;
    return bytes;
  };
  const source = { size: start.length + weights + end.length, read };
  const { accepted, model } = inspectModel({ source, classes: 10 });
  expect(accepted).toBe(true);
  expect(model!.parameters).toBe(475_000_040);
  expect(bytesRead).toBeLessThan(100_000);
});

test("a file cut anywhere is refused", () => {
  const accepted = Array.from(
    { length: good.length },
    (_, length) => inspect(good.subarray(0, length)).accepted,
  );
  expect(accepted.filter(Boolean)).toEqual([]);
});

test("a file cut inside a weight is told to be cut, and by how much", () => {
  const tensor = { name: "odd", dims: [1000], data: new Float32Array(1000) };
  const bytes = writeModel({ ...smallClassifier, initializers: [tensor] });
  expect(inspect(bytes.subarray(0, 3000)).refusals).toMatchObject([{ code: "truncated" }]);
});

test.each([
  ["a second graph", concat(good, bytesField(7, graph))],
  ["an empty second graph", concat(good, bytesField(7, new Uint8Array(0)))],
  ["a second IR version", concat(good, varintField(1, 3))],
  [
    "an operator named twice",
    withNode(concat(bytesField(4, utf8("Relu")), bytesField(4, utf8("RandomNormal")))),
  ],
  [
    "an attribute with two graphs",
    withNode(bytesField(5, concat(bytesField(6, graph), bytesField(6, graph)))),
  ],
  [
    "a dimension that is both fixed and free",
    oddClassifier((model) => {
      const dim = { dimValue: 3, dimParam: "n" };
      model.graph.input[0]!.type!.tensorType!.shape!.dim![0] = dim;
    }),
  ],
])("%s is refused, as two readers may see two models", (_, bytes) => {
  expect(codes(bytes)).toEqual(["ambiguous"]);
});

test.each([
  ["unknown data after the model", concat(good, bytesField(99, utf8("more"))), "trailing_data"],
  ["a byte after the model", concat(good, Uint8Array.of(0)), "malformed"],
  ["a field of another kind", concat(good, varintField(7, 1)), "malformed"],
  ["a data location beyond 32 bits", withTensor(varintField(14, 2 ** 32 + 1)), "malformed"],
  ["protobuf without a graph", Uint8Array.of(8, 8), "no_graph"],
  ["a name of a million letters", classifierWith({ opType: "Relu", name: "x".repeat(1e6) }), "name_too_long"],
  ["fifty nested graphs", classifierWith(nested(50)), "too_deep"],
  ["a hundred thousand nodes", manyNodes(), "too_complex"],
])("%s is refused", (_, bytes, code) => {
  expect(codes(bytes)).toEqual([code]);
});

test("sixteen nested graphs are read to the bottom", () => {
  expect(codes(classifierWith(nested(16)))).toEqual(["random_operator"]);
});

test("names with control characters are shown without them", () => {
  const { refusals } = inspect(classifierWith({ opType: "Odd\u202E\n", name: "a\u0000b" }));
  expect(refusals[0]).toMatchObject({ where: "a\uFFFDb" });
  expect(refusals[0]!.sentence).toContain("“Odd\uFFFD\uFFFD”");
});

function nested(depth: number): onnx.INodeProto {
  if (depth === 0) return { opType: "RandomNormal" };
  const g = { name: "g", node: [nested(depth - 1)] };
  return { opType: "If", attribute: [{ name: "then_branch", type: 5, g }] };
}

function manyNodes(): Uint8Array {
  const node = { opType: "Relu", input: ["flat"], output: ["y"] };
  return oddClassifier((model) => void (model.graph.node = Array.from({ length: 100_000 }, () => node)));
}

/** A model whose graph holds one node with these bytes. */
function withNode(bytes: Uint8Array): Uint8Array {
  return concat(varintField(1, 8), bytesField(7, bytesField(1, bytes)));
}

function withTensor(bytes: Uint8Array): Uint8Array {
  return concat(varintField(1, 8), bytesField(7, bytesField(5, bytes)));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
