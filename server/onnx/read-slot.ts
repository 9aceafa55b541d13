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
  if (!tensorSpan) return { name, elementType: null, shape: null };
  const tensor = reader.fields(tensorTypeProto, tensorSpan);
  const shape = tensor.span("shape");
  return {
    name,
    elementType: tensor.int32("elementType"),
    shape:
      shape &&
      reader
        .fields(shapeProto, shape)
        .spans("dim")
        .map((dim) => readDimension(reader, dim)),
  };
}

function readDimension(reader: WireReader, span: Span): number | null {
  const size = reader.fields(dimensionProto, span).number("value");
  return size === null || size < 0 ? null : size;
}
