import type { NodeOutline, TensorOutline } from "../model-outline";

/** The constants that nodes of one list can read by name: initializers and the values of Constant nodes. */
export function constantsOf(nodes: NodeOutline[], initializers: TensorOutline[]): Map<string, TensorOutline> {
  const constants = new Map(initializers.map((tensor) => [tensor.name, tensor]));
  for (const { operator, domain, outputs, attributes } of nodes) {
    const value = attributes.find(({ name }) => name === "value")?.tensors[0];
    if (operator === "Constant" && domain === "" && outputs[0] && value) constants.set(outputs[0], value);
  }
  return constants;
}
