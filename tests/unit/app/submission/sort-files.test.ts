import { expect, test } from "vitest";
import { sortFiles } from "@/app/_components/submission/sort-files";

const sorted = (names: string[], hasModel = false) => {
  const { model, data, configs, notes } = sortFiles(
    names.map((name) => ({ name })),
    { hasModel },
  );
  return { model: model?.name, data: data?.name, configs: configs.map(({ name }) => name), notes };
};

test.each([
  ["a model", ["a.onnx"], false, { model: "a.onnx" }],
  ["both halves", ["a.onnx", "a.onnx.data"], false, { model: "a.onnx", data: "a.onnx.data" }],
  ["both halves, the data first", ["a.onnx_data", "a.onnx"], false, { model: "a.onnx", data: "a.onnx_data" }],
  [
    "weights of any name beside a model",
    ["weights.bin", "a.onnx"],
    false,
    { model: "a.onnx", data: "weights.bin" },
  ],
  ["the data half first of all", ["a.onnx.data"], false, { data: "a.onnx.data" }],
  ["the data half later", ["weights.bin"], true, { data: "weights.bin" }],
  ["an archive", ["a.zip"], false, { model: "a.zip" }],
  [
    "a model and its preprocessing",
    ["config.json", "a.onnx"],
    false,
    { model: "a.onnx", configs: ["config.json"] },
  ],
  ["what is no model, for inspection to explain", ["a.pt"], false, { model: "a.pt" }],
])("%s is told by names", (_, names, hasModel, expected) => {
  expect(sorted(names, hasModel)).toEqual({
    model: undefined,
    data: undefined,
    configs: [],
    notes: [],
    ...expected,
  });
});

test("of two models or two data files the second is ignored, and that is said", () => {
  expect(sorted(["a.onnx", "b.onnx", "a.data", "b.data"])).toMatchObject({
    model: "a.onnx",
    data: "a.data",
    notes: ["b.onnx was ignored: one model per submission.", "b.data was ignored: one data file per model."],
  });
});
