import { placeOf } from "./check-operators";
import { lastOperator } from "./graph-facts/last-operator";
import type { GraphOutline } from "./model-outline";

const normalisers = new Set(["Softmax", "LogSoftmax", "Hardmax"]);

/** Warns of scores that are normalised over the images of a batch instead of over the classes. */
export function checkBatchAxis(graph: GraphOutline): string[] {
  const last = lastOperator(graph);
  if (!last || last.domain !== "" || !normalisers.has(last.operator)) return [];
  const axis = last.attributes.find(({ name }) => name === "axis")?.int;
  const isOutput = last.outputs[0] === graph.outputs[0]?.name;
  const rank = isOutput ? graph.outputs[0]?.shape?.length : undefined;
  if (axis !== 0 && !(rank !== undefined && rank > 1 && axis === -rank)) return [];
  const place = placeOf(last);
  return [
    `${last.operator} normalises over the batch axis${place ? ` (at ${place})` : ""}: dim=0 was probably meant to be dim=1. The model is run one image at a time, where every class then scores the same.`,
  ];
}
