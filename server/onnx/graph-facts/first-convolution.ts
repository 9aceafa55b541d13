import { placeOf } from "../check-operators";
import type { GraphOutline, NodeOutline, TensorOutline } from "../model-outline";
import { constantsOf } from "./constants-of";

/** What a graph's first convolution says about the image that it reads: ONNX convolves `[batch, channels, height, width]`. */
export interface FirstConvolution {
  layout: "NCHW" | "NHWC";
  /** null if its weights are computed */
  channels: number | null;
  node: string | null;
}

/** Where a convolution has its weights, among its inputs. */
const weightsAt = new Map([
  ["Conv", 1],
  ["FusedConv", 1],
  ["ConvInteger", 1],
  ["QLinearConv", 3],
]);

/** Operators whose first output has the axes of the image that goes in. */
const axesPassThrough = new Set(
  `Identity Cast CastLike Add Sub Mul Div Neg Clip Min Max Relu BatchNormalization Dropout Pad Resize Upsample
   QuantizeLinear DequantizeLinear DynamicQuantizeLinear`.split(/\s+/),
);

/** Operators that hand on weights in their shape. */
const weightsPassThrough = new Set(["Identity", "Cast", "DequantizeLinear", "QuantizeLinear"]);

/**
 * Follows the image through scaling, type conversions and transpositions to the first convolution; null if it meets anything else
 * first, or none.
 */
export function firstConvolution({ nodes, tensors }: GraphOutline, input: string): FirstConvolution | null {
  const constants = constantsOf(nodes, tensors);
  // The axes of each value that is still the image, as axes of the input.
  const axes = new Map([[input, [0, 1, 2, 3]]]);
  for (const node of nodes) {
    const weights = weightsAt.get(node.operator);
    if (weights !== undefined) {
      const layout = layoutOf(axes.get(node.inputs[0]!));
      if (layout)
        return { layout, channels: channelsOf(node, weights, { nodes, constants }), node: placeOf(node) };
      continue;
    }
    const image = node.inputs.map((name) => axes.get(name)).find((known) => known !== undefined);
    const next = image && axesAfter(node, image);
    if (next && node.outputs[0]) axes.set(node.outputs[0], next);
  }
  return null;
}

function layoutOf(axes: number[] | undefined): "NCHW" | "NHWC" | null {
  if (axes?.[0] !== 0) return null;
  return axes[1] === 1 ? "NCHW" : axes[1] === 3 ? "NHWC" : null;
}

function axesAfter({ operator, attributes }: NodeOutline, image: number[]): number[] | null {
  if (axesPassThrough.has(operator)) return image;
  if (operator !== "Transpose") return null;
  const order = attributes.find(({ name }) => name === "perm")?.ints ?? [];
  return order.length === 4 ? order.map((axis) => image[axis]!) : null;
}

type Known = { nodes: NodeOutline[]; constants: Map<string, TensorOutline> };

/** Weights are [filters, channels / groups, height, width]. */
function channelsOf(node: NodeOutline, at: number, known: Known): number | null {
  const perGroup = weightsNamed(node.inputs[at] ?? "", known)?.dims[1];
  const groups = node.attributes.find(({ name }) => name === "group")?.int ?? 1;
  return perGroup === undefined ? null : perGroup * groups;
}

function weightsNamed(name: string, { nodes, constants }: Known): TensorOutline | null {
  const constant = constants.get(name);
  if (constant) return constant;
  const maker = nodes.find(({ outputs }) => outputs[0] === name);
  if (!maker || !weightsPassThrough.has(maker.operator)) return null;
  return constants.get(maker.inputs[0] ?? "") ?? null;
}
