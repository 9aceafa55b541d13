import type { Span } from "../message-fields";
import {
  attributeProto,
  functionProto,
  graphProto,
  type Message,
  modelProto,
  nodeProto,
  sparseTensorProto,
  tensorProto,
} from "../onnx-messages";
import { readModel } from "../read-model";
import type { WireReader } from "../wire-reader";
import { type ExternalTensor, readExternal } from "./read-external";

type AnyMessage = Message<never>;
type Part = [field: string, message: unknown];

/** Every field through which a model's tensors are reached. */
const partsOf = new Map<unknown, Part[]>([
  [modelProto, part(["graph", graphProto], ["functions", functionProto])],
  [
    graphProto,
    part(["node", nodeProto], ["initializer", tensorProto], ["sparseInitializer", sparseTensorProto]),
  ],
  [functionProto, part(["node", nodeProto], ["attributeProto", attributeProto])],
  [nodeProto, part(["attribute", attributeProto])],
  [
    attributeProto,
    part(
      ["t", tensorProto],
      ["tensors", tensorProto],
      ["g", graphProto],
      ["graphs", graphProto],
      ["sparseTensor", sparseTensorProto],
      ["sparseTensors", sparseTensorProto],
    ),
  ],
  [sparseTensorProto, part(["values", tensorProto], ["indices", tensorProto])],
]);

/** What a reader of a whole model may spend; see `WireReader`. */
export const mostEffort = 2_000_000;

/** A tensor with values in another file: its place, and the places of the messages around it, the model first. */
export type FoundTensor = ExternalTensor & { span: Span; around: Span[] };

/** All tensors whose values are in another file, in subgraphs, functions and attributes too. Throws UnreadableModel. */
export function findExternal(reader: WireReader): FoundTensor[] {
  // Bounds the nesting, and explains whatever is no model.
  readModel(reader);
  return [...tensorsIn(reader, modelProto, reader.whole, [])];
}

function* tensorsIn(
  reader: WireReader,
  message: unknown,
  span: Span,
  around: Span[],
): Generator<FoundTensor> {
  if (message === tensorProto) {
    const tensor = readExternal(reader, span);
    if (tensor) yield { ...tensor, span, around };
    return;
  }
  const fields = reader.fields(message as AnyMessage, span);
  for (const [field, inner] of partsOf.get(message) ?? [])
    for (const place of fields.spans(field as never))
      yield* tensorsIn(reader, inner, place, [...around, span]);
}

function part(...parts: Part[]): Part[] {
  return parts;
}
