import onnxProto from "onnx-proto";
import { expect, test } from "vitest";
import { writeModel } from "@/server/onnx/write-model";
import { smallClassifier } from "../../fixtures/onnx/small-classifier";

const decode = (bytes: Uint8Array) => onnxProto.onnx.ModelProto.decode(bytes);

test("weights stand in the file as little-endian bytes with their shape and type", () => {
  const { graph } = decode(writeModel(smallClassifier));
  const weight = graph!.initializer![0]!;
  expect(weight.name).toBe("weight");
  expect(weight.dims!.map(Number)).toEqual([3, 10]);
  expect(weight.dataType).toBe(1);
  expect([...weight.rawData!.subarray(0, 4)]).toEqual([0, 0, 0, 0x3f]);
});

test("a named dimension is free and a numbered one fixed", () => {
  const { graph } = decode(writeModel(smallClassifier));
  const dims = graph!.input![0]!.type!.tensorType!.shape!.dim!;
  expect(dims.map((dim) => dim.dimParam || Number(dim.dimValue))).toEqual(["batch", 3, 8, 8]);
});

test("each attribute has the kind that its value says", () => {
  const attributes = {
    whole: 2,
    broken: 0.5,
    told: { float: 2 },
    wholes: [1, 2],
    brokens: [0.5, 1],
    empty: [],
    word: "same",
    words: ["a", "b"],
    tensor: { dims: [1], data: BigInt64Array.of(7n) },
    graph: { ...smallClassifier, nodes: [], initializers: [] },
  };
  const node = { op: "Odd", inputs: [], outputs: ["y"], attributes };
  const { graph } = decode(writeModel({ ...smallClassifier, nodes: [node] }));
  const types = graph!.node![0]!.attribute!.map(({ name, type }) => [name, type]);
  expect(Object.fromEntries(types)).toEqual({
    whole: 2,
    broken: 1,
    told: 1,
    wholes: 7,
    brokens: 6,
    empty: 7,
    word: 3,
    words: 8,
    tensor: 4,
    graph: 5,
  });
});
