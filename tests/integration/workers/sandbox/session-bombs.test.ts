import { expect, test } from "vitest";
import { bytesSource } from "@/server/onnx/byte-source";
import { inspectModel } from "@/server/onnx/inspect-model";
import { type GraphNode, type ModelToWrite, writeModel } from "@/server/onnx/write-model";
import { ModelFailure } from "@/workers/model-run/model-failure";
import { classesOf, IMAGES } from "./classes-of";

const LIMITS = { memoryBytes: 2 * 2 ** 30, loadMs: 8_000, chunkMs: 2_000, imageMs: 50 };
const sizes = (...values: bigint[]) => BigInt64Array.from(values);

type Weights = ModelToWrite["initializers"];

/** The means of the channels, plus nought times what `nodes` make of constants alone: the runtime may work that out while it loads. */
function beside(nodes: GraphNode[], initializers: Weights, bomb = "bomb"): Uint8Array {
  return writeModel({
    name: "bomb",
    opset: 13,
    inputs: [{ name: "image", shape: ["N", 3, 8, 8], type: "float32" }],
    outputs: [{ name: "scores", shape: ["N", 3], type: "float32" }],
    initializers: [{ name: "zero", dims: [], data: Float32Array.of(0) }, ...initializers],
    nodes: [
      ...nodes,
      { op: "ReduceMax", inputs: [bomb], outputs: ["largest"], attributes: { keepdims: 0 } },
      { op: "Mul", inputs: ["largest", "zero"], outputs: ["nothing"] },
      { op: "GlobalAveragePool", inputs: ["image"], outputs: ["pooled"] },
      { op: "Flatten", inputs: ["pooled"], outputs: ["means"] },
      { op: "Add", inputs: ["means", "nothing"], outputs: ["scores"] },
    ],
  });
}

const one: Weights[number] = { name: "one", dims: [1], data: Float32Array.of(1) };
const shape = (...dims: bigint[]): Weights[number] => ({
  name: "size",
  dims: [dims.length],
  data: sizes(...dims),
});
const chain = (length: number, op: (i: number) => GraphNode) => Array.from({ length }, (_, i) => op(i));
const scalar = (name: string, value: number): Weights[number] => ({
  name,
  dims: [],
  data: Float32Array.of(value),
});

const tooMuch: [string, () => Uint8Array][] = [
  [
    "ConstantOfShape of 2^40",
    () => beside([{ op: "ConstantOfShape", inputs: ["size"], outputs: ["bomb"] }], [shape(2n ** 40n)]),
  ],
  [
    "ConstantOfShape of 2^62",
    () =>
      beside([{ op: "ConstantOfShape", inputs: ["size"], outputs: ["bomb"] }], [shape(2n ** 31n, 2n ** 31n)]),
  ],
  [
    "Expand to 2^20 x 2^20",
    () =>
      beside(
        [{ op: "Expand", inputs: ["one", "size"], outputs: ["bomb"] }],
        [one, shape(2n ** 20n, 2n ** 20n)],
      ),
  ],
  [
    "Tile 2^40 times",
    () => beside([{ op: "Tile", inputs: ["one", "size"], outputs: ["bomb"] }], [one, shape(2n ** 40n)]),
  ],
  [
    "Range to 1e12",
    () =>
      beside(
        [{ op: "Range", inputs: ["from", "to", "step"], outputs: ["bomb"] }],
        [scalar("from", 0), scalar("to", 1e12), scalar("step", 1)],
      ),
  ],
  [
    "Pad by 2^40",
    () => beside([{ op: "Pad", inputs: ["one", "size"], outputs: ["bomb"] }], [one, shape(0n, 2n ** 40n)]),
  ],
  [
    "forty doublings",
    () =>
      beside(
        chain(40, (i) => ({
          op: "Concat",
          inputs: [i ? `d${i}` : "one", i ? `d${i}` : "one"],
          outputs: [i === 39 ? "bomb" : `d${i + 1}`],
          attributes: { axis: 0 },
        })),
        [one],
      ),
  ],
  [
    "a product of 2^14 rows and columns",
    () =>
      beside(
        [
          { op: "Expand", inputs: ["one", "size"], outputs: ["rows"] },
          { op: "MatMul", inputs: ["rows", "rows"], outputs: ["bomb"] },
        ],
        [one, shape(2n ** 14n, 2n ** 14n)],
      ),
  ],
];

test.each(tooMuch)(
  "%s: inspection may take it for a model, but loading or running it fails in words",
  async (_, build) => {
    const model = build();
    expect(inspectModel({ source: bytesSource(model), classes: 3 }).accepted).toBe(true);
    const failure = await classesOf(model, { limits: LIMITS }).catch((error) => error);
    expect(failure).toBeInstanceOf(ModelFailure);
    expect(failure.message).toMatch(/./);
    expect(failure.hint).toMatch(/./);
  },
);

const long: [string, () => Uint8Array][] = [
  [
    "a chain of 15,000 additions",
    () =>
      beside(
        chain(15_000, (i) => ({
          op: "Add",
          inputs: [i ? `a${i}` : "one", "one"],
          outputs: [i === 14_999 ? "bomb" : `a${i + 1}`],
        })),
        [one],
      ),
  ],
  [
    "a chain of 10,000 transpositions of the image",
    () =>
      beside(
        chain(10_000, (i) => ({
          op: "Transpose",
          inputs: [i ? `t${i}` : "image"],
          outputs: [i === 9_999 ? "bomb" : `t${i + 1}`],
          attributes: { perm: [0, 1, 3, 2] },
        })),
        [],
      ),
  ],
  [
    "3,000 convolutions side by side",
    () =>
      beside(
        [
          ...chain(3_000, (i) => ({ op: "Conv", inputs: ["image", "kernel"], outputs: [`c${i}`] })),
          { op: "Sum", inputs: Array.from({ length: 3_000 }, (_, i) => `c${i}`), outputs: ["bomb"] },
        ],
        [{ name: "kernel", dims: [1, 3, 1, 1], data: new Float32Array(3) }],
      ),
  ],
];

test.each(long)("%s: answered, or failed within the limits in words", async (_, build) => {
  const model = build();
  const ended = await classesOf(model, { limits: LIMITS }).then(
    ({ ran }) => ran.answered,
    (error) => error,
  );
  if (ended instanceof ModelFailure) expect(ended.kind).toMatch(/time|memory|load|run|crash/);
  else expect(ended).toBe(IMAGES);
});
