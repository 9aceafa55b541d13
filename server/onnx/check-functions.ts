import { operatorKey } from "./check-operators";
import type { Fault } from "./inspection-schema";
import type { FunctionOutline, ModelOutline, NodeOutline } from "./model-outline";
import { quoteName } from "./quote-name";

const mostNodes = 200_000;

const deepestCalls = 64;
const runtimeDomains = /^($|ai\.onnx|com\.microsoft|com\.ms\.|org\.pytorch)/;

/** What a list of nodes becomes when its calls are inlined, and how deep they nest. */
type Extent = { nodes: number; depth: number };

/**
 * Refuses local functions that are defined twice, that belong to a domain where the runtime has operators of its own (it may run
 * those instead of what was inspected), that call themselves or nest too deep, or that expand to more than 200,000 nodes.
 */
export function checkFunctions({ graph, functions }: ModelOutline): Fault[] {
  const shadow = functions.find(({ domain }) => runtimeDomains.test(domain));
  if (shadow) return [refuseShadow(shadow)];
  const bodies = new Map(functions.map((body) => [operatorKey(body, body.name), body]));
  if (bodies.size < functions.length) return [refuseTwice()];
  const known = new Map<string, Extent>();
  const open = new Set<string>();
  const loops: FunctionOutline[] = [];
  const extentOf = (nodes: NodeOutline[]): Extent => {
    const extent = { nodes: 0, depth: 0 };
    for (const node of nodes) {
      const graphs = node.attributes.flatMap((attribute) => attribute.graphs);
      const parts = graphs.map((inner) => extentOf(inner.nodes));
      extent.nodes += 1;
      for (const part of [...parts, extentOfCall(operatorKey(node, node.operator))]) {
        extent.nodes += part.nodes;
        extent.depth = Math.max(extent.depth, part.depth);
      }
    }
    return extent;
  };
  const extentOfCall = (key: string): Extent => {
    const body = bodies.get(key);
    if (!body) return { nodes: 0, depth: 0 };
    const before = known.get(key);
    if (before) return before;
    if (open.has(key) || open.size > deepestCalls) {
      loops.push(body);
      return { nodes: 0, depth: 0 };
    }
    open.add(key);
    const { nodes, depth } = extentOf(body.nodes);
    open.delete(key);
    const extent = { nodes, depth: depth + 1 };
    if (extent.depth > deepestCalls) loops.push(body);
    known.set(key, extent);
    return extent;
  };
  for (const key of bodies.keys()) extentOfCall(key);
  const total = extentOf(graph.nodes).nodes;
  if (loops[0]) return [refuseLoop(loops[0])];
  return total > mostNodes ? [refuseUnfolding()] : [];
}

const hint =
  "Inline local functions before uploading: import onnx, onnx.inliner; onnx.save(onnx.inliner.inline_local_functions(onnx.load(path)), path).";

function refuseTwice(): Fault {
  const sentence = "The file defines a local function twice, so two readers may see two different models.";
  return { code: "ambiguous", sentence, where: null, hint };
}

function refuseShadow({ name, domain }: FunctionOutline): Fault {
  const sentence = `The local function ${quoteName(name)} is defined in the domain ${quoteName(domain || "ai.onnx")}, which belongs to the runtime.`;
  return { code: "shadowing_function", sentence, where: name || null, hint };
}

function refuseLoop({ name }: FunctionOutline): Fault {
  const sentence = `The local function ${quoteName(name)} calls itself, directly or through others, or calls nest more than ${deepestCalls} deep.`;
  return { code: "recursive_function", sentence, where: name || null, hint };
}

function refuseUnfolding(): Fault {
  const sentence = `With its local functions inlined, the model has more than ${mostNodes.toLocaleString("en")} nodes.`;
  return { code: "too_complex", sentence, where: null, hint };
}
