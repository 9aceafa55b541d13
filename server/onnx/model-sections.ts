import type { GraphOutline, ModelOutline, NodeOutline, Opset, TensorOutline } from "./model-outline";

type Names = Pick<ReadonlySet<string>, "has">;

/** One list of nodes with the names in its scope: the main graph, a subgraph or the body of a local function. */
export type Section = {
  nodes: NodeOutline[];
  initializers: TensorOutline[];
  /** Initializers and the tensors in attributes of these nodes. */
  tensors: TensorOutline[];
  opsets: Opset[];
  /** Names of constants that are false, here or in the enclosing graphs. */
  falseNames: Names;
};

type Body = Pick<GraphOutline, "nodes" | "tensors"> & {
  inputs: { name: string }[];
  /** Tensors that no node can read by name: defaults of a local function's attributes. */
  defaults?: TensorOutline[];
};

/** Every part of a model that can contain nodes or tensors, subgraphs and local functions included, the main graph first. */
export function modelSections({ graph, functions, opsets }: ModelOutline): Section[] {
  const none = new Set<string>();
  const main = sectionsOf({ ...graph, inputs: [] }, opsets, none);
  const bodies = functions.flatMap((body) => {
    const defaults = body.attributes.flatMap((attribute) => attribute.tensors);
    const graphs = body.attributes.flatMap((attribute) => attribute.graphs);
    const parts: Body[] = [{ nodes: body.nodes, tensors: [], inputs: [], defaults }, ...graphs];
    return parts.flatMap((part) => sectionsOf(part, body.opsets, none));
  });
  return [...main, ...bodies];
}

function sectionsOf(body: Body, opsets: Opset[], outer: Names): Section[] {
  const { nodes, tensors: initializers, inputs, defaults = [] } = body;
  const own = new Map<string, boolean>();
  for (const { name } of inputs) own.set(name, false);
  for (const name of nodes.flatMap(({ outputs }) => outputs)) own.set(name, false);
  for (const { name, isFalse } of initializers) own.set(name, isFalse || own.get(name) === true);
  for (const node of nodes) if (isFalseConstant(node)) own.set(node.outputs[0]!, true);
  // Not a copy of the outer names: a graph may have as many branches as it has names.
  const falseNames = { has: (name: string) => own.get(name) ?? outer.has(name) };
  const attributes = nodes.flatMap((node) => node.attributes);
  const tensors = [...initializers, ...defaults, ...attributes.flatMap((attribute) => attribute.tensors)];
  const inner = attributes
    .flatMap((attribute) => attribute.graphs)
    .flatMap((graph) => sectionsOf(graph, opsets, falseNames));
  return [{ nodes, initializers, tensors, opsets, falseNames }, ...inner];
}

function isFalseConstant({ operator, domain, outputs, attributes }: NodeOutline): boolean {
  const isConstant = operator === "Constant" && domain === "" && outputs.length === 1;
  return (
    isConstant && attributes.some(({ name, tensors }) => name === "value" && tensors[0]?.isFalse === true)
  );
}
