import type { Span } from "./message-fields";
import type { AttributeOutline, GraphOutline, NodeOutline } from "./model-outline";
import { attributeProto, graphProto, nodeProto } from "./onnx-messages";
import { readSlot } from "./read-slot";
import { readSparseTensor, readTensor } from "./read-tensor";
import { UnreadableModel } from "./unreadable-model";
import type { WireReader } from "./wire-reader";

const effortPerNode = 40;
const effortPerAttribute = 3;
const deepest = 16;
const longestListBytes = 80;

/** A GraphProto's outline, with the subgraphs of its nodes' attributes. `depth` counts the enclosing graphs; 16 is the limit. */
export function readGraph(reader: WireReader, span: Span, depth = 0): GraphOutline {
  if (depth > deepest) throw tooDeep();
  const fields = reader.fields(graphProto, span);
  return {
    inputs: fields.spans("input").map((slot) => readSlot(reader, slot)),
    outputs: fields.spans("output").map((slot) => readSlot(reader, slot)),
    nodes: fields.spans("node").map((node) => readNode(reader, node, depth)),
    tensors: [
      ...fields.spans("initializer").map((tensor) => readTensor(reader, tensor)),
      ...fields.spans("sparseInitializer").flatMap((tensor) => readSparseTensor(reader, tensor)),
    ],
  };
}

/** A NodeProto's outline with its attributes' tensors and subgraphs. */
export function readNode(reader: WireReader, span: Span, depth = 0): NodeOutline {
  reader.spend(effortPerNode);
  const fields = reader.fields(nodeProto, span);
  return {
    name: fields.text("name"),
    operator: fields.text("opType"),
    domain: standardDomain(fields.text("domain")),
    overload: fields.text("overload"),
    inputs: fields.texts("input"),
    outputs: fields.texts("output"),
    attributes: fields.spans("attribute").map((attribute) => readAttribute(reader, attribute, depth)),
  };
}

/** An AttributeProto's outline. Everything it contains is read, whatever its `type` says. */
export function readAttribute(reader: WireReader, span: Span, depth = 0): AttributeOutline {
  reader.spend(effortPerAttribute);
  const fields = reader.fields(attributeProto, span);
  const tensors = [...fields.spans("t"), ...fields.spans("tensors")];
  const sparse = [...fields.spans("sparseTensor"), ...fields.spans("sparseTensors")];
  const graphs = [...fields.spans("g"), ...fields.spans("graphs")];
  return {
    name: fields.text("name"),
    int: fields.number("i"),
    ints: readShortList(reader, fields.spans("ints")),
    isReference: fields.has("refAttrName"),
    tensors: [
      ...tensors.map((tensor) => readTensor(reader, tensor)),
      ...sparse.flatMap((tensor) => readSparseTensor(reader, tensor)),
    ],
    graphs: graphs.map((graph) => readGraph(reader, graph, depth + 1)),
  };
}

function readShortList(reader: WireReader, spans: Span[]): number[] {
  const bytes = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return bytes > longestListBytes ? [] : spans.flatMap((span) => reader.integers(span));
}

/** "ai.onnx" is another name for the default domain, "". */
export function standardDomain(domain: string): string {
  return domain === "ai.onnx" ? "" : domain;
}

function tooDeep(): UnreadableModel {
  return new UnreadableModel(
    "too_deep",
    `Graphs are nested more than ${deepest} deep (If, Loop or Scan inside one another).`,
    "Export the model without data-dependent control flow: torch.onnx.export traces it away, tf2onnx folds it with a fixed input shape.",
  );
}
