import type { GraphOutline } from "./model-outline";

/**
 * The names in a main graph that have the same values whatever the image is: initializers, and what standard operators without
 * subgraphs make of such names alone. A name that is given more than once is never among them.
 */
export function constantNames({ nodes, tensors }: Pick<GraphOutline, "nodes" | "tensors">): Set<string> {
  const given = new Map<string, number>();
  for (const name of nodes.flatMap(({ outputs }) => outputs)) given.set(name, (given.get(name) ?? 0) + 1);
  const constant = new Set(tensors.map(({ name }) => name).filter((name) => name !== "" && !given.has(name)));
  for (const { domain, inputs, outputs, attributes } of nodes) {
    const isPlain = domain === "" && attributes.every(({ graphs }) => graphs.length === 0);
    const isFed = inputs.every((name) => name === "" || constant.has(name));
    if (isPlain && isFed) for (const name of outputs) if (given.get(name) === 1) constant.add(name);
  }
  return constant;
}
