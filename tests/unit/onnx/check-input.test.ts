import { expect, test } from "vitest";
import { type GraphNode, type TensorSlot, writeModel } from "@/server/onnx/write-model";
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
  [["n", "x", 32, 32], "NCHW", null, 32, 32, null],
  [["n", 32, 32, "x"], "NHWC", null, 32, 32, null],
  [[-1, 3, 32, 32], "NCHW", 3, 32, 32, null],
  [["n", 3, 3, 3], null, 3, null, null, null],
  [["n", "x", "y", "z"], null, null, null, null, null],
  [["n", "num_channels", "height", "width"], "NCHW", null, null, null, null],
  [["n", "height", "width", "channels"], "NHWC", null, null, null, null],
])("input %j is read as %s", (shape, layout, channels, height, width, batch) => {
  const { accepted, model } = inspect(withInput(shape));
  expect(accepted).toBe(true);
  expect(model!.input).toMatchObject({ layout, channels, height, width, batch });
});

const open = ["batch", "x", "y", "z"];
const convolved = (
  before: GraphNode[],
  from: string,
  { weights = [4, 3, 3, 3], group = 1, shape = open }: Convolved = {},
) =>
  writeModel({
    ...smallClassifier,
    inputs: [{ name: "image", shape, type: "float32" }],
    nodes: [
      ...before,
      { op: "Conv", name: "first", inputs: [from, "filters"], outputs: ["maps"], attributes: { group } },
      { op: "GlobalAveragePool", inputs: ["maps"], outputs: ["pooled"] },
      { op: "Flatten", inputs: ["pooled"], outputs: ["flat"] },
      { op: "Gemm", inputs: ["flat", "weight", "bias"], outputs: ["scores"] },
    ],
    initializers: [
      ...smallClassifier.initializers,
      { name: "filters", dims: weights, data: new Float32Array(weights.reduce((a, b) => a * b)) },
      { name: "scale", dims: [], data: Float32Array.of(255) },
    ],
  });
type Convolved = { weights?: number[]; group?: number; shape?: (string | number)[] };
const scaled: GraphNode = { op: "Div", inputs: ["image", "scale"], outputs: ["scaled"] };
const turned = (perm: number[], from = "image"): GraphNode => {
  return { op: "Transpose", inputs: [from], outputs: ["turned"], attributes: { perm } };
};

test.each([
  ["directly", convolved([], "image"), "NCHW", 3],
  ["after scaling", convolved([scaled], "scaled"), "NCHW", 3],
  ["after a transposition", convolved([turned([0, 3, 1, 2])], "turned"), "NHWC", 3],
  ["after both", convolved([scaled, turned([0, 3, 1, 2], "scaled")], "turned"), "NHWC", 3],
  ["in groups", convolved([], "image", { weights: [6, 1, 3, 3], group: 3 }), "NCHW", 3],
  ["in grey", convolved([], "image", { weights: [6, 1, 3, 3] }), "NCHW", 1],
  ["of a shape that fits both", convolved([], "image", { shape: ["n", 3, "h", 3] }), "NCHW", 3],
])(
  "the first convolution, reached %s, tells an open layout and the channels",
  (_, bytes, layout, channels) => {
    expect(inspect(bytes).model!.input).toMatchObject({ layout, channels, layoutFrom: "convolution" });
  },
);

test("a first convolution of four channels is refused as such a shape is", () => {
  expect(codes(convolved([], "image", { weights: [6, 4, 3, 3] }))).toEqual(["input_channels"]);
});

test("where the image is mixed before the first convolution, that tells nothing", () => {
  const mixed: GraphNode = { op: "Softmax", inputs: ["image"], outputs: ["mixed"] };
  expect(inspect(convolved([mixed], "mixed")).model!.input).toMatchObject({ layout: null, channels: null });
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
  expect(refusals[0]).toMatchObject({ code });
  expect(model).toBeNull();
});

test("a quantised input and one without a batch axis are told the cure", () => {
  const [quantised] = inspect(withInput([1, 3, 8, 8], "int8")).refusals;
  expect(quantised!.hint).toContain("--dequantize");
  const [single] = inspect(withInput([32, 32, 3])).refusals;
  expect(single!.hint).toContain("numpy.array([32, 32, 3])");
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
