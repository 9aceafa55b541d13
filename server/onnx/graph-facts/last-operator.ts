import type { GraphOutline, NodeOutline } from "../model-outline";

/** Operators that hand on scores as they are, in another shape or type. */
const passThrough = new Set(
  "Identity Cast Reshape Flatten Squeeze Unsqueeze Dropout QuantizeLinear DequantizeLinear".split(" "),
);

/** The node that computes the scores in the main graph, before mere changes of shape and type; null if none does. */
export function lastOperator({ nodes, outputs }: GraphOutline): NodeOutline | null {
  const makers = new Map(nodes.flatMap((node) => node.outputs.map((name) => [name, node] as const)));
  let node = makers.get(outputs[0]?.name ?? "") ?? null;
  for (let steps = 0; node && passThrough.has(node.operator) && steps < nodes.length; steps += 1)
    node = makers.get(node.inputs[0] ?? "") ?? null;
  return node;
}
