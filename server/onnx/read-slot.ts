import type { Span } from "./message-fields";
import type { SlotOutline } from "./model-outline";
import { dimensionProto, shapeProto, tensorTypeProto, typeProto, valueInfoProto } from "./onnx-messages";
import type { WireReader } from "./wire-reader";

/** A ValueInfoProto: a graph's input or output. A negative dimension is open, as the runtime treats it. */
export function readSlot(reader: WireReader, span: Span): SlotOutline {
  const fields = reader.fields(valueInfoProto, span);
  const name = fields.text("name");
  const typeSpan = fields.span("type");
  const tensorSpan = typeSpan && reader.fields(typeProto, typeSpan).span("tensor");
  if (!tensorSpan) return { name, elementType: null, shape: null, dimensionNames: [] };
  const tensor = reader.fields(tensorTypeProto, tensorSpan);
  const shape = tensor.span("shape");
  const dims = shape && reader.fields(shapeProto, shape).spans("dim");
  const dimensions = dims?.map((dim) => readDimension(reader, dim)) ?? null;
  return {
    name,
    elementType: tensor.int32("elementType"),
    shape: dimensions && dimensions.map(({ size }) => size),
    dimensionNames: dimensions?.map((dimension) => dimension.name) ?? [],
  };
}

function readDimension(reader: WireReader, span: Span): { size: number | null; name: string } {
  const fields = reader.fields(dimensionProto, span);
  const size = fields.number("value");
  return { size: size === null || size < 0 ? null : size, name: fields.text("param") };
}
