import { expect } from "vitest";
import { type GraphNode, writeModel } from "@/server/onnx/write-model";
import { trialTest as test } from "./trial-test";

/** Ten scores, or as many as `classes`, of an image's mean; nothing of it shows before it runs. */
function model(nodes: (means: string) => GraphNode[], classes = 10): Uint8Array {
  return writeModel({
    name: "odd",
    opset: 13,
    inputs: [{ name: "pixels", type: "float32", shape: ["N", 3, 32, 32] }],
    outputs: [{ name: "scores", type: "float32", shape: ["N", "classes"] }],
    initializers: [{ name: "weights", dims: [3, classes], data: new Float32Array(3 * classes).fill(0.5) }],
    nodes: [
      { op: "GlobalAveragePool", inputs: ["pixels"], outputs: ["pooled"] },
      { op: "Flatten", inputs: ["pooled"], outputs: ["flat"] },
      { op: "MatMul", inputs: ["flat", "weights"], outputs: ["mixed"] },
      ...nodes("mixed"),
    ],
  });
}

const node = (
  op: string,
  inputs: string[],
  output: string,
  attributes: GraphNode["attributes"] = {},
): GraphNode => ({
  op,
  inputs,
  outputs: [output],
  attributes,
});
const faults: [string, Uint8Array, string, RegExp][] = [
  [
    "gives another number of classes than the benchmark has",
    model((mixed) => [node("Identity", [mixed], "scores")], 7),
    "model_failed_output",
    /\[\d+, 7\] for \[\d+, 10\]/,
  ],
  [
    "gives no finite scores",
    model((mixed) => [node("Neg", [mixed], "less"), node("Log", ["less"], "scores")]),
    "model_failed_non-finite",
    /NaN or infinity for image \d+ of 400/,
  ],
  [
    "gives every image the same scores",
    model((mixed) => [node("Sub", [mixed, mixed], "scores")]),
    "model_failed_constant",
    /the very same scores to each of 200 original images/,
  ],
];

test.for(faults)(
  "a model that %s is refused, and no original part is counted",
  async ([, bytes, code, words], { submit, evaluate, row, site }) => {
    const submitted = await submit({}, { model: bytes });
    expect(submitted.state).toBe("queued");
    await evaluate(submitted.id);
    const refused = await row(submitted.id);
    expect(refused).toMatchObject({ state: "refused", claimed_at: null, explanation: { code } });
    expect(refused.explanation.message).toMatch(words);
    expect(refused.explanation.hint).not.toBe("");
    const [line] = await site.sql`select fields from audit.lines where kind = 'trial'`;
    expect(line!.fields).toMatchObject({ submission: submitted.id, refused: code });
  },
);

test("a sandbox that does not start refuses no model: the job is repeated", async ({
  submit,
  evaluate,
  row,
}) => {
  const { id } = await submit({});
  const broken = async () => {
    throw new Error("no namespace");
  };
  await expect(evaluate(id, { tryModel: broken })).rejects.toThrow("no namespace");
  expect(await row(id)).toMatchObject({ state: "evaluating", explanation: null });
  await evaluate(id);
  expect((await row(id)).spent_at).not.toBeNull();
});

test("a submission withdrawn during its trial stays withdrawn", async ({
  submit,
  evaluate,
  withdraw,
  row,
}) => {
  const { id } = await submit({}, { model: faults[0]![1] });
  const effects = {
    openVersion: async () => {
      await withdraw(id);
      throw new Error("stop here");
    },
  };
  await expect(evaluate(id, effects)).rejects.toThrow("stop here");
  await evaluate(id);
  expect((await row(id)).state).toBe("withdrawn");
});
