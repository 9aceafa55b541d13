import { describe, expect, test } from "vitest";
import { bytesSource } from "@/server/onnx/byte-source";
import { inspectModel } from "@/server/onnx/inspect-model";
import { type GraphNode, type ModelToWrite, writeModel } from "@/server/onnx/write-model";
import { assessModel } from "@/server/submissions/foresight/assess-model";
import { toldByInspection } from "@/workers/model-run/told-by-inspection";
import { greyOfPixel } from "@/workers/sandbox/grey-of-pixel";
import { SIDE } from "../../../fixtures/write-hostile-model";
import { classesOf, right } from "./classes-of";

type Declared = { mean?: number[]; std?: number[] };

/** Runs a model just as inspection and preprocessing say: the class of each image, and the scores of the first. */
async function run(model: Uint8Array, { classes = 3, declared = {} as Declared } = {}) {
  const names = Array.from({ length: classes }, (_, i) => `class ${i}`);
  const inspection = inspectModel({ source: bytesSource(model), classes });
  const benchmark = { classes: names, inputSize: [3, SIDE, SIDE] as const };
  const { problems, preprocessing } = assessModel({ inspection, declared, benchmark });
  expect(problems).toEqual([]);
  const scores: number[][] = [];
  await classesOf(model, {
    classes,
    preprocessing: preprocessing!,
    ...toldByInspection(inspection.model!),
    onScores: (image, found) => void (scores[image] = [...found]),
  });
  return { scores, named: scores.map((found) => found.indexOf(Math.max(...found))), preprocessing };
}

const batch = "n";
const means: GraphNode[] = [
  { op: "GlobalAveragePool", inputs: ["maps"], outputs: ["pooled"] },
  { op: "Flatten", inputs: ["pooled"], outputs: ["means"] },
];
const model = (changes: Partial<ModelToWrite> & Pick<ModelToWrite, "nodes">): Uint8Array =>
  writeModel({
    name: "odd",
    opset: 13,
    inputs: [{ name: "image", shape: [batch, 3, SIDE, SIDE], type: "float32" }],
    outputs: [{ name: "scores", shape: [batch, 3], type: "float32" }],
    initializers: [],
    ...changes,
  });
const identity = { name: "filters", dims: [3, 3, 1, 1], data: Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1) };

describe("what inspection accepts runs as it says", () => {
  test.each(["NCHW", "NHWC"])("a layout that only the first convolution tells: %s", async (layout) => {
    const turn: GraphNode = {
      op: layout === "NHWC" ? "Transpose" : "Identity",
      inputs: ["image"],
      outputs: ["turned"],
      ...(layout === "NHWC" && { attributes: { perm: [0, 3, 1, 2] } }),
    };
    const open = model({
      inputs: [{ name: "image", shape: [batch, "x", "y", "z"], type: "float32" }],
      nodes: [
        turn,
        { op: "Conv", inputs: ["turned", "filters"], outputs: ["maps"] },
        ...means,
        { op: "Identity", inputs: ["means"], outputs: ["scores"] },
      ],
      initializers: [identity],
    });
    const { named, preprocessing } = await run(open);
    expect(named).toEqual(right);
    expect(preprocessing).toMatchObject({ layout, input_size: [3, SIDE, SIDE] });
  });

  test.each([
    [
      [0, 3, 1, 1],
      [batch, 3, 1, 1],
    ],
    [
      [0, 1, 1, 3],
      [batch, 1, 1, 3],
    ],
  ])("scores in the shape %j", async (rows, shape) => {
    const shaped = model({
      outputs: [{ name: "scores", shape, type: "float32" }],
      nodes: [
        { op: "Identity", inputs: ["image"], outputs: ["maps"] },
        ...means,
        { op: "Reshape", inputs: ["means", "rows"], outputs: ["three"] },
        { op: "Identity", inputs: ["three"], outputs: ["scores"] },
      ],
      // A 0 takes the input's own size at that place.
      initializers: [{ name: "rows", dims: [4], data: BigInt64Array.from(rows, BigInt) }],
    });
    expect((await run(shaped)).named).toEqual(right);
  });

  test.each([
    [batch, 1, SIDE, SIDE],
    [batch, SIDE, SIDE, 1],
  ])("one grey channel: [%s, %i, %i, %i]", async (...shape) => {
    const grey = model({
      inputs: [{ name: "image", shape, type: "float32" }],
      nodes: [
        { op: "ReduceMean", inputs: ["image"], outputs: ["mean"], attributes: { axes: [1, 2, 3] } },
        { op: "Flatten", inputs: ["mean"], outputs: ["means"] },
        { op: "MatMul", inputs: ["means", "first"], outputs: ["scores"] },
      ],
      initializers: [{ name: "first", dims: [1, 3], data: Float32Array.of(1, 0, 0) }],
    });
    const { scores, preprocessing } = await run(grey, {
      declared: { mean: [0.3, 0.4, 0.5], std: [0.5, 0.5, 0.5] },
    });
    expect(preprocessing).toMatchObject({ input_size: [1, SIDE, SIDE], mean: [0.4], std: [0.5] });
    // An image is bright in the channel of its class.
    for (const image of [0, 1, 2]) {
      const pixel = [0, 1, 2].map((channel) => (channel === image ? 200 : 10));
      const level = greyOfPixel(pixel[0]!, pixel[1]!, pixel[2]!);
      expect(scores[image]![0]).toBeCloseTo((level / 255 - 0.4) / 0.5, 5);
    }
  });

  test("one sigmoid score of two classes: above a half it is the second", async () => {
    const one = model({
      outputs: [{ name: "p", shape: [batch, 1], type: "float32" }],
      nodes: [
        { op: "Identity", inputs: ["image"], outputs: ["maps"] },
        ...means,
        { op: "MatMul", inputs: ["means", "green"], outputs: ["logit"] },
        { op: "Sigmoid", inputs: ["logit"], outputs: ["p"] },
      ],
      initializers: [{ name: "green", dims: [3, 1], data: Float32Array.of(-1, 1, 0) }],
    });
    const { scores, named } = await run(one, { classes: 2 });
    expect(named.slice(0, 3)).toEqual([0, 1, 0]);
    for (const [first, second] of scores) expect(first! + second!).toBeCloseTo(1, 6);
  });
});

type Weighted = { operator: string; dims: number[]; from?: string };
const weighted: Weighted[] = [
  { operator: "Conv", dims: [3, 3, 1, 1] },
  { operator: "ConvTranspose", dims: [3, 3, 1, 1] },
  { operator: "MatMul", dims: [SIDE, SIDE] },
  { operator: "Add", dims: [1] },
  { operator: "Sub", dims: [1] },
  { operator: "Mul", dims: [1] },
  { operator: "Div", dims: [1] },
  { operator: "PRelu", dims: [1] },
];
const formats = { bfloat16: weighted, float64: weighted.slice(0, 2) };
const rows = Object.entries(formats).flatMap(([type, list]) =>
  list.map((given) => [given.operator, type as keyof typeof formats, given.dims] as const),
);

describe("what inspection refuses for want of a kernel the runtime does not load", () => {
  test.each(rows)("%s in %s", async (operator, type, dims) => {
    const length = dims.reduce((product, dim) => product * dim);
    const data =
      type === "float64" ? new Float64Array(length).fill(0.5) : new Uint16Array(length).fill(0x3f00);
    const to = type === "float64" ? 11 : 16;
    const stuck = model({
      opset: 22,
      nodes: [
        { op: "Cast", inputs: ["image"], outputs: ["cast"], attributes: { to } },
        { op: operator, name: "stuck", inputs: ["cast", "weights"], outputs: ["done"] },
        { op: "Cast", inputs: ["done"], outputs: ["maps"], attributes: { to: 1 } },
        ...means,
        { op: "Identity", inputs: ["means"], outputs: ["scores"] },
      ],
      initializers: [{ name: "weights", dims, data, type }],
    });
    const { refusals } = inspectModel({ source: bytesSource(stuck), classes: 3 });
    expect(refusals).toMatchObject([{ code: "no_kernel", where: "stuck" }]);
    await expect(classesOf(stuck)).rejects.toMatchObject({ kind: "load" });
  });
});
