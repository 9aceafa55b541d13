import { placeOf } from "./check-operators";
import type { Fault } from "./inspection-schema";
import type { ModelOutline, NodeOutline, TensorOutline } from "./model-outline";
import { quoteName } from "./quote-name";

type Names = Pick<ReadonlySet<string>, "has">;
type Body = { inputs: string[]; outputs: string[]; nodes: NodeOutline[]; tensors: TensorOutline[] };

/** Refuses values that are used although nothing produces them, and values produced twice: one fault for each, naming the first. */
export function checkNames({ graph, functions }: ModelOutline): Fault[] {
  const main = { ...graph, inputs: namesOf(graph.inputs), outputs: namesOf(graph.outputs) };
  const bodies: Body[] = [main, ...functions.map((body) => ({ ...body, tensors: [] }))];
  const faults = bodies.flatMap((body) => faultsOf(body, new Set([""])));
  return ["missing_value", "ambiguous"].flatMap((kind) => {
    const [first, ...others] = faults.filter(({ code }) => code === kind);
    return first ? [{ ...first, count: 1 + others.length }] : [];
  });
}

function faultsOf({ inputs, outputs, nodes, tensors }: Body, outer: Names): Fault[] {
  const made = [...namesOf(tensors), ...nodes.flatMap((node) => node.outputs)];
  const own = new Set([...inputs, ...made]);
  // Not a copy of the outer names: a graph may have as many branches as it has names.
  const known: Names = { has: (name) => own.has(name) || outer.has(name) };
  const missing = new Map<string, string | null>();
  const miss = (name: string, where: string | null) =>
    known.has(name) || missing.has(name) || missing.set(name, where);
  for (const node of nodes) for (const name of node.inputs) miss(name, placeOf(node));
  for (const name of outputs) miss(name, name);
  const inner = nodes
    .flatMap((node) => node.attributes.flatMap((attribute) => attribute.graphs))
    .flatMap((graph) => {
      return faultsOf({ ...graph, inputs: namesOf(graph.inputs), outputs: [] }, known);
    });
  return [
    ...[...missing].map(([name, where]) => refuseMissing(name, where)),
    ...repeated(made.filter((name) => name !== "")).map(refuseTwice),
    ...inner,
  ];
}

function repeated(names: string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of names) (seen.has(name) ? twice : seen).add(name);
  return [...twice];
}

function namesOf(named: { name: string }[]): string[] {
  return named.map(({ name }) => name);
}

const hint =
  'The file is incomplete or was edited by hand. Check it with onnx.checker.check_model("model.onnx") and export it again.';

function refuseMissing(name: string, where: string | null): Fault {
  return {
    code: "missing_value",
    sentence: `The value ${quoteName(name)} is used, but no input, weight or node produces it.`,
    where,
    hint,
  };
}

function refuseTwice(name: string): Fault {
  return {
    code: "ambiguous",
    sentence: `Two weights or nodes produce the value ${quoteName(name)}, so two readers may see two different models.`,
    where: name,
    hint,
  };
}
