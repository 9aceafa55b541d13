import { placeOf } from "./check-operators";
import type { Refusal } from "./inspection-schema";
import type { ModelOutline, NodeOutline, TensorOutline } from "./model-outline";
import { quoteName } from "./quote-name";

type Body = { inputs: string[]; outputs: string[]; nodes: NodeOutline[]; tensors: TensorOutline[] };

/** Refuses nodes and outputs that use a value that nothing produces, and values produced twice. Names the first of each kind. */
export function checkNames({ graph, functions }: ModelOutline): Refusal[] {
  const main = { ...graph, inputs: namesOf(graph.inputs), outputs: namesOf(graph.outputs) };
  const bodies: Body[] = [main, ...functions.map((body) => ({ ...body, tensors: [] }))];
  const refusals = bodies.flatMap((body) => refusalsOf(body, new Set([""])));
  const firsts = ["missing_value", "ambiguous"].map((kind) => refusals.find(({ code }) => code === kind));
  return firsts.filter((refusal) => refusal !== undefined);
}

function refusalsOf({ inputs, outputs, nodes, tensors }: Body, outer: ReadonlySet<string>): Refusal[] {
  const made = [...namesOf(tensors), ...nodes.flatMap((node) => node.outputs)];
  const known = new Set([...outer, ...inputs, ...made]);
  const twice = firstRepeated(made.filter((name) => name !== ""));
  const unfed = nodes.find((node) => node.inputs.some((name) => !known.has(name)));
  const missing = unfed?.inputs.find((name) => !known.has(name)) ?? outputs.find((name) => !known.has(name));
  const inner = nodes
    .flatMap((node) => node.attributes.flatMap((attribute) => attribute.graphs))
    .flatMap((graph) => {
      return refusalsOf({ ...graph, inputs: namesOf(graph.inputs), outputs: [] }, known);
    });
  return [
    ...(missing === undefined ? [] : [refuseMissing(missing, unfed ? placeOf(unfed) : missing)]),
    ...(twice === null ? [] : [refuseTwice(twice)]),
    ...inner,
  ];
}

function firstRepeated(names: string[]): string | null {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) return name;
    seen.add(name);
  }
  return null;
}

function namesOf(named: { name: string }[]): string[] {
  return named.map(({ name }) => name);
}

const hint =
  'The file is incomplete or was edited by hand. Check it with onnx.checker.check_model("model.onnx") and export it again.';

function refuseMissing(name: string, where: string | null): Refusal {
  return {
    code: "missing_value",
    sentence: `The value ${quoteName(name)} is used, but no input, weight or node produces it.`,
    where,
    hint,
  };
}

function refuseTwice(name: string): Refusal {
  return {
    code: "ambiguous",
    sentence: `Two weights or nodes produce the value ${quoteName(name)}, so two readers may see two different models.`,
    where: name,
    hint,
  };
}
