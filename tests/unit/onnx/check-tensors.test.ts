import { expect, test } from "vitest";
import { externalModels } from "../../fixtures/onnx/external-models";
import { codes, inspect } from "../../fixtures/onnx/inspect-bytes";
import { oddClassifier } from "../../fixtures/onnx/small-classifier";

test.each(Object.entries(externalModels))("weights outside the file are found in %s", (_, build) => {
  const { refusals } = inspect(build());
  expect(refusals[0]).toMatchObject({ code: "external_data", where: "outside" });
  expect(refusals[0]!.sentence).toContain("../weights.data");
});

test.each([
  ["more elements than bytes", { dims: [4], dataType: 1, rawData: new Uint8Array(12) }],
  ["fewer elements than bytes", { dims: [2], dataType: 1, rawData: new Uint8Array(12) }],
  ["a negative dimension", { dims: [-3], dataType: 1, rawData: new Uint8Array(12) }],
  ["a shape beyond counting", { dims: [2 ** 40, 2 ** 40], dataType: 1, rawData: new Uint8Array(12) }],
  ["a million elements in typed data of one", { dims: [1e6], dataType: 1, floatData: [1] }],
  ["no type", { dims: [3], rawData: new Uint8Array(12) }],
  ["an unknown type", { dims: [3], dataType: 99, rawData: new Uint8Array(12) }],
])("a tensor with %s is refused", (_, tensor) => {
  expect(
    codes(oddClassifier(({ graph }) => void graph.initializer.push({ name: "odd", ...tensor }))),
  ).toEqual(["bad_tensor"]);
});

test.each([
  ["typed floats", { dims: [2], dataType: 1, floatData: [1, 2] }],
  ["typed integers", { dims: [3], dataType: 7, int64Data: [0, -1, 300] }],
  ["typed half floats", { dims: [2], dataType: 10, int32Data: [0, 15360] }],
  ["empty strings", { dims: [2], dataType: 8, stringData: [new Uint8Array(0), new Uint8Array(0)] }],
  ["three numbers of four bits", { dims: [3], dataType: 22, rawData: new Uint8Array(2) }],
  ["no elements", { dims: [0], dataType: 1 }],
  ["no dimensions", { dims: [], dataType: 1, rawData: new Uint8Array(4) }],
])("a tensor with %s is accepted", (_, tensor) => {
  const bytes = oddClassifier(({ graph }) => void graph.initializer.push({ name: "odd", ...tensor }));
  expect(codes(bytes)).toEqual([]);
});
