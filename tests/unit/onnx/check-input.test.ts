import { expect, test } from "vitest";
import { type TensorSlot, writeModel } from "@/server/onnx/write-model";
import { codes, inspect } from "../../fixtures/onnx/inspect-bytes";
import { oddClassifier, smallClassifier } from "../../fixtures/onnx/small-classifier";

const withInput = (shape: (number | string)[], type: TensorSlot["type"] = "float32") =>
  writeModel({ ...smallClassifier, inputs: [{ name: "image", shape, type }] });

test.each([
  [["n", 3, 32, 32], "NCHW", 3, 32, 32, null],
  [["n", 32, 48, 3], "NHWC", 3, 32, 48, null],
  [[1, 3, 224, 224], "NCHW", 3, 224, 224, 1],
  [[8, 28, 28, 1], "NHWC", 1, 28, 28, 8],
  [["n", 3, "h", "w"], "NCHW", 3, null, null, null],
  [["n", "c", 32, 32], "NCHW", null, 32, 32, null],
  [["n", 32, 32, "c"], "NHWC", null, 32, 32, null],
  [[-1, 3, 32, 32], "NCHW", 3, 32, 32, null],
  [["n", 3, 3, 3], null, 3, null, null, null],
  [["n", "c", "h", "w"], null, null, null, null, null],
])("input %j is read as %s", (shape, layout, channels, height, width, batch) => {
  const { accepted, model, warnings } = inspect(withInput(shape));
  expect(accepted).toBe(true);
  expect(model!.input).toMatchObject({ layout, channels, height, width, batch });
  expect(warnings.length).toBe((layout === null ? 1 : 0) + (channels === null ? 1 : 0));
});

test.each(["float32", "float16", "uint8"] as const)("input type %s is accepted", (type) => {
  expect(inspect(withInput([1, 3, 8, 8], type)).model!.input.type).toBe(type);
});

test.each([
  ["an int64 input", withInput([1, 3, 8, 8], "int64"), "input_type"],
  ["a string input", withInput([1, 3, 8, 8], "string"), "input_type"],
  ["a flat input", withInput(["n", 3072]), "input_rank"],
  ["an input without a batch", withInput([3, 32, 32]), "input_rank"],
  ["a video", withInput(["n", 3, 8, 32, 32]), "input_rank"],
  ["four channels", withInput(["n", 4, 32, 32]), "input_channels"],
  ["a gigantic side", withInput(["n", 3, 1_000_000, 32]), "input_size"],
  ["an empty side", withInput(["n", 3, 0, 32]), "input_size"],
  ["a gigantic batch", withInput([1_000_000, 3, 32, 32]), "input_size"],
  ["no input", writeModel({ ...smallClassifier, inputs: [] }), "no_input"],
  ["an input without a type", oddClassifier(({ graph }) => void (graph.input[0]!.type = null)), "input_type"],
  [
    "an input without a shape",
    oddClassifier(({ graph }) => void (graph.input[0]!.type!.tensorType!.shape = null)),
    "input_rank",
  ],
])("%s is refused", (_, bytes, code) => {
  const { refusals, model } = inspect(bytes);
  expect(refusals.map((refusal) => refusal.code)).toEqual([code]);
  expect(model).toBeNull();
});

test("weights that an old exporter lists among the inputs are not inputs", () => {
  const listed = { name: "weight", shape: [3, 10], type: "float32" as const };
  expect(codes(writeModel({ ...smallClassifier, inputs: [...smallClassifier.inputs, listed] }))).toEqual([]);
});

test("thousands of inputs are refused in one short sentence", () => {
  const inputs = Array.from({ length: 5000 }, (_, index) => ({
    name: `i${index}`,
    shape: [1],
    type: "float32" as const,
  }));
  const { refusals } = inspect(writeModel({ ...smallClassifier, inputs }));
  expect(refusals[0]!.sentence).toBe(
    "The model has 5,000 inputs (“i0”, “i1”, “i2”, …); one is expected, the image.",
  );
});
