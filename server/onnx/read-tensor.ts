import { elementTypes } from "./element-types";
import type { Span } from "./message-fields";
import type { TensorOutline } from "./model-outline";
import { sparseTensorProto, stringEntryProto, tensorProto } from "./onnx-messages";
import type { WireReader } from "./wire-reader";

const effortPerTensor = 10;
const mostLocationEntries = 8;

/** A TensorProto's outline; its values are skipped. */
export function readTensor(reader: WireReader, span: Span): TensorOutline {
  reader.spend(effortPerTensor);
  const fields = reader.fields(tensorProto, span);
  const elementType = fields.int32("dataType") ?? 0;
  const raw = fields.span("rawData");
  const entries = fields.spans("externalData");
  const isExternal = (fields.int32("dataLocation") ?? 0) !== 0 || entries.length > 0;
  const isBool = elementType === elementTypes.bool;
  const single = isBool ? (raw ?? fields.span("int32Data")) : null;
  return {
    name: fields.text("name"),
    elementType,
    dims: fields.numbers("dims"),
    location: isExternal ? externalLocation(reader, entries) : null,
    rawBytes: raw && raw.end - raw.start,
    typedBytes:
      fields.length("floatData") +
      fields.length("int32Data") +
      fields.length("int64Data") +
      fields.length("uint64Data") +
      fields.length("doubleData") +
      fields.length("stringData") +
      fields.spans("stringData").length,
    isFalse: single !== null && single.end - single.start === 1 && reader.byte(single.start) === 0,
  };
}

/** The two tensors of a SparseTensorProto; the first carries its name. */
export function readSparseTensor(reader: WireReader, span: Span): TensorOutline[] {
  const fields = reader.fields(sparseTensorProto, span);
  const parts = [fields.span("values"), fields.span("indices")];
  return parts.filter((part) => part !== null).map((part) => readTensor(reader, part));
}

function externalLocation(reader: WireReader, entries: Span[]): string {
  for (const entry of entries.slice(0, mostLocationEntries)) {
    const fields = reader.fields(stringEntryProto, entry);
    if (fields.text("key") === "location") return fields.text("value");
  }
  return "";
}
