import type { Span } from "./message-fields";
import type { FunctionOutline, ModelOutline, Opset } from "./model-outline";
import { functionProto, modelProto, opsetProto } from "./onnx-messages";
import { readAttribute, readGraph, readNode, standardDomain } from "./read-graph";
import { UnreadableModel } from "./unreadable-model";
import type { WireReader } from "./wire-reader";

/** The outline of a whole ONNX file. Throws UnreadableModel. */
export function readModel(reader: WireReader): ModelOutline {
  const fields = reader.fields(modelProto, reader.whole);
  const graph = fields.span("graph");
  if (!graph) throw noGraph();
  return {
    irVersion: fields.number("irVersion"),
    producer: fields.text("producerName"),
    opsets: fields.spans("opsetImport").map((opset) => readOpset(reader, opset)),
    graph: readGraph(reader, graph),
    functions: fields.spans("functions").map((span) => readFunction(reader, span)),
    hasTraining: fields.has("trainingInfo"),
  };
}

function readOpset(reader: WireReader, span: Span): Opset {
  const fields = reader.fields(opsetProto, span);
  return { domain: standardDomain(fields.text("domain")), version: fields.number("version") ?? 0 };
}

function readFunction(reader: WireReader, span: Span): FunctionOutline {
  const fields = reader.fields(functionProto, span);
  return {
    name: fields.text("name"),
    domain: standardDomain(fields.text("domain")),
    overload: fields.text("overload"),
    opsets: fields.spans("opsetImport").map((opset) => readOpset(reader, opset)),
    inputs: fields.texts("input"),
    outputs: fields.texts("output"),
    nodes: fields.spans("node").map((node) => readNode(reader, node)),
    attributes: fields.spans("attributeProto").map((attribute) => readAttribute(reader, attribute)),
  };
}

function noGraph(): UnreadableModel {
  return new UnreadableModel(
    "no_graph",
    "The file looks like protobuf but contains no ONNX graph; it may be a TensorFlow saved_model.pb or a Core ML model.",
    "From TensorFlow: python -m tf2onnx.convert --saved-model DIRECTORY --output model.onnx",
  );
}
