import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeModel } from "@/server/onnx/write-model";
import { inspect } from "../../fixtures/onnx/inspect-bytes";
import { smallClassifier } from "../../fixtures/onnx/small-classifier";

test("a small classifier is accepted and described", () => {
  const bytes = writeModel(smallClassifier);
  expect(inspect(bytes)).toEqual({
    accepted: true,
    refusals: [],
    warnings: [],
    model: {
      parameters: 40,
      operators: { GlobalAveragePool: 1, Flatten: 1, Gemm: 1 },
      opsets: { "ai.onnx": 17 },
      irVersion: 8,
      producer: "tests",
      bytes: bytes.length,
      input: {
        name: "image",
        type: "float32",
        shape: [null, 3, 8, 8],
        layout: "NCHW",
        layoutFrom: "shape",
        channels: 3,
        height: 8,
        width: 8,
        batch: null,
      },
      output: {
        name: "scores",
        type: "float32",
        shape: [null, 10],
        classes: 10,
        batched: true,
        sigmoid: false,
      },
    },
  });
});

test("all that is wrong is said at once, with the place and what to do", () => {
  const nodes = [
    { op: "RandomNormalLike", inputs: ["image"], outputs: ["noise"], name: "noise_layer" },
    { op: "Deform", domain: "custom.ops", inputs: ["noise"], outputs: ["scores"], name: "deform" },
  ];
  const inputs = [...smallClassifier.inputs, { name: "mask", shape: [1], type: "bool" as const }];
  const { accepted, refusals } = inspect(writeModel({ ...smallClassifier, opset: 99, inputs, nodes }));
  expect(accepted).toBe(false);
  expect(refusals.map(({ code, where }) => [code, where])).toEqual([
    ["unsupported_opset", null],
    ["several_inputs", "mask"],
    ["random_operator", "noise_layer"],
    ["unknown_operator", "deform"],
  ]);
  for (const { sentence, hint } of refusals) {
    expect(sentence).toMatch(/\.$/);
    expect(hint.length).toBeGreaterThan(20);
  }
});

test("one fault in 22 places is said once, and what follows it is not cut off", () => {
  const normalised = Array.from({ length: 22 }, (_, index) => ({
    op: "BatchNormalization",
    name: `norm${index}`,
    inputs: ["image"],
    outputs: [`y${index}`],
    attributes: { training_mode: 1 },
  }));
  const odd = { op: "Odd", name: "odd", inputs: ["image"], outputs: ["scores"] };
  const { refusals } = inspect(writeModel({ ...smallClassifier, nodes: [...normalised, odd] }));
  expect(refusals).toMatchObject([
    { code: "training_mode", where: "norm0", count: 22 },
    { code: "unknown_operator", where: "odd", count: 1 },
  ]);
});

test("of one code five kinds are named and the others counted", () => {
  const nodes = Array.from({ length: 500 }, (_, index) => ({
    op: `Odd${index}`,
    inputs: [],
    outputs: [`y${index}`],
  }));
  const { refusals } = inspect(writeModel({ ...smallClassifier, nodes: [...nodes, ...nodes] }));
  expect(refusals.map(({ code, count }) => [code, count])).toEqual([
    ...Array.from({ length: 5 }, () => ["unknown_operator", 2]),
    ["unknown_operator", 990],
    ["missing_value", 1],
    ["ambiguous", 500],
  ]);
});

const data = process.env.RUNG_TEST_DATA ?? join(process.cwd(), "../shared/data");
const list = readOr(join(data, "models/models.csv"));
if (!list) console.log(`skipped: real models, as ${data}/models is absent`);

describe.skipIf(!list)("real uploads", () => {
  const rows = (list ?? "").trim().split("\n").slice(1);
  test.each(rows.map((row) => row.split(",")))(
    "%s is accepted with its layout and ten classes",
    (file, layout, batch) => {
      const { accepted, refusals, model } = inspect(readFileSync(join(data, "models", file!)));
      expect(refusals).toEqual([]);
      expect(accepted).toBe(true);
      expect(model!.output.classes).toBe(10);
      expect(model!.input).toMatchObject({
        layout,
        height: 32,
        width: 32,
        channels: 3,
        batch: batch ? Number(batch) : null,
      });
    },
  );

  test("a note named .onnx is refused as the text it is", () => {
    const { refusals } = inspect(readFileSync(join(data, "bad-models/sheenagaria_mnist-8_is_text.onnx")));
    expect(refusals).toMatchObject([{ code: "not_onnx" }]);
    expect(refusals[0]!.sentence).toContain("a text file that begins “Real ONNX model would go here...”");
  });

  test("a model without its weights is refused, naming the file that is missing", () => {
    const bytes = readFileSync(join(data, "bad-models/swiftinfer_cifar10_missing_external_data.onnx"));
    const { refusals } = inspect(bytes);
    expect(refusals).toMatchObject([{ code: "external_data", where: "features.0.weight" }]);
    expect(refusals[0]!.sentence).toContain("cifar10.onnx.data");
  });
});

function readOr(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
