import type { ModelOutline, NodeOutline, Opset, TensorOutline } from "./model-outline";

/** One list of nodes with what it can see: the main graph, a subgraph or the body of a local function. */
export type Section = {
  nodes: NodeOutline[];
  /** Initializers and the tensors in attributes of these nodes. */
  tensors: TensorOutline[];
  opsets: Opset[];
  /** Names that hold a constant false, here or in the graphs around. */
  falseNames: ReadonlySet<string>;
};

/** Every place of a model where nodes or tensors can stand, subgraphs and local functions included, the main graph first. */
export function modelSections(model: ModelOutline): Section[] {
  const none = new Set<string>();
  const main = sectionsOf(model.graph.nodes, model.graph.tensors, model.opsets, none);
  const bodies = model.functions.flatMap(({ nodes, attributes, opsets }) => {
    const defaults = attributes.flatMap((attribute) => attribute.tensors);
    const graphs = attributes.flatMap((attribute) => attribute.graphs);
    return [
      ...sectionsOf(nodes, defaults, opsets, none),
      ...graphs.flatMap((graph) => sectionsOf(graph.nodes, graph.tensors, opsets, none)),
    ];
  });
  return [...main, ...bodies];
}

function sectionsOf(
  nodes: NodeOutline[],
  initializers: TensorOutline[],
  opsets: Opset[],
  outer: ReadonlySet<string>,
): Section[] {
  const falseInitializers = initializers.filter(({ isFalse }) => isFalse).map(({ name }) => name);
  const falseConstants = nodes.filter(isFalseConstant).map(({ outputs }) => outputs[0]!);
  const falseNames = new Set([...outer, ...falseInitializers, ...falseConstants]);
  const attributes = nodes.flatMap((node) => node.attributes);
  const tensors = [...initializers, ...attributes.flatMap((attribute) => attribute.tensors)];
  const inner = attributes
    .flatMap((attribute) => attribute.graphs)
    .flatMap((graph) => sectionsOf(graph.nodes, graph.tensors, opsets, falseNames));
  return [{ nodes, tensors, opsets, falseNames }, ...inner];
}

function isFalseConstant({ operator, domain, outputs, attributes }: NodeOutline): boolean {
  const isConstant = operator === "Constant" && domain === "" && outputs.length === 1;
  return (
    isConstant && attributes.some(({ name, tensors }) => name === "value" && tensors[0]?.isFalse === true)
  );
}
