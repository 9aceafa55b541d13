import type { GraphNode, ModelToWrite } from "../onnx/write-model";
import { side } from "./canvas";
import { bankSizes, type FilterBank, poolGeometry, varianceFloor } from "./filter-bank";
import { shapesClasses } from "./shapes-classes";
import type { Classifier } from "./train-classifier";

const constants = ["patch_mean", "variance_floor", "threshold"];

/**
 * The classifier as an ONNX model of opset 17: `pixels` float32 `[N, 3, 32, 32]` in 0 to 1 (preprocessing mean 0, std 1)
 * to `scores` `[N, 10]`. Weights are rounded to float32.
 */
export function classifierModel(name: string, { bank, readout }: Classifier): ModelToWrite {
  const { patchSize, filters, features } = bankSizes(bank);
  const { patch } = bank;
  const classes = shapesClasses.length;
  const initializers = [
    tensor("filters", [filters, 3, patch, patch], bank.weights),
    tensor("patch_mean", [1, 3, patch, patch], new Float32Array(patchSize).fill(1 / patchSize)),
    tensor("variance_floor", [1], [varianceFloor]),
    tensor("threshold", [1], [bank.threshold]),
    tensor("readout", [classes, features], readout.weights),
    tensor("bias", [classes], readout.bias),
  ];
  const nodes = [...responses(bank), ...pooled(bank)];
  const used = new Set(nodes.flatMap((node) => node.inputs));
  return {
    name,
    opset: 17,
    producer: "rung train-shapes",
    inputs: [{ name: "pixels", shape: ["N", 3, side, side], type: "float32" }],
    outputs: [{ name: "scores", shape: ["N", classes], type: "float32" }],
    nodes,
    initializers: initializers.filter(
      (initializer) => !constants.includes(initializer.name) || used.has(initializer.name),
    ),
  };
}

function tensor(name: string, dims: number[], data: Iterable<number>) {
  return { name, dims, data: Float32Array.from(data) };
}

function responses({ patch, stride, scaled }: FilterBank): GraphNode[] {
  const attributes = { kernel_shape: [patch, patch], strides: [stride, stride] };
  const conv = (from: string, weights: string, to: string): GraphNode => ({
    op: "Conv",
    inputs: [from, weights],
    outputs: [to],
    attributes,
  });
  if (!scaled) return [conv("pixels", "filters", "response")];
  return [
    conv("pixels", "filters", "unscaled"),
    conv("pixels", "patch_mean", "mean"),
    { op: "Mul", inputs: ["pixels", "pixels"], outputs: ["squares"] },
    conv("squares", "patch_mean", "mean_square"),
    { op: "Mul", inputs: ["mean", "mean"], outputs: ["square_mean"] },
    { op: "Sub", inputs: ["mean_square", "square_mean"], outputs: ["variance"] },
    { op: "Add", inputs: ["variance", "variance_floor"], outputs: ["raised"] },
    { op: "Sqrt", inputs: ["raised"], outputs: ["deviation"] },
    { op: "Div", inputs: ["unscaled", "deviation"], outputs: ["response"] },
  ];
}

function pooled(bank: FilterBank): GraphNode[] {
  const { step, window } = poolGeometry(bank);
  return [
    { op: "Neg", inputs: ["response"], outputs: ["opposite"] },
    { op: "Concat", inputs: ["response", "opposite"], outputs: ["two_sided"], attributes: { axis: 1 } },
    { op: "Sub", inputs: ["two_sided", "threshold"], outputs: ["excess"] },
    { op: "Relu", inputs: ["excess"], outputs: ["rectified"] },
    {
      op: "AveragePool",
      inputs: ["rectified"],
      outputs: ["fields"],
      attributes: { kernel_shape: [window, window], strides: [step, step] },
    },
    { op: "Flatten", inputs: ["fields"], outputs: ["features"] },
    { op: "Gemm", inputs: ["features", "readout", "bias"], outputs: ["scores"], attributes: { transB: 1 } },
  ];
}
