import type { Span } from "../message-fields";
import { stringEntryProto, tensorProto } from "../onnx-messages";
import { quoteName } from "../quote-name";
import { UnreadableModel } from "../unreadable-model";
import type { WireReader } from "../wire-reader";

/** A tensor whose values are in another file: from `offset` on, `length` bytes, or as many as its shape needs. */
export type ExternalTensor = {
  name: string;
  elementType: number;
  dims: number[];
  location: string;
  offset: number;
  length: number | null;
};

const external = 1;
const mostEntries = 16;

/** What a tensor says about its values in another file; null if they are inside. Throws UnreadableModel. */
export function readExternal(reader: WireReader, span: Span): ExternalTensor | null {
  const fields = reader.fields(tensorProto, span);
  if (fields.int32("dataLocation") !== external) return null;
  const name = fields.text("name");
  const inside = ["rawData", "floatData", "int32Data", "int64Data", "uint64Data", "doubleData"] as const;
  if (inside.some((field) => fields.length(field) > 0) || fields.has("segment"))
    throw badEntry(name, "has values in the model and in another file");
  const entries = readEntries(reader, fields.spans("externalData"), name);
  return {
    name,
    elementType: fields.int32("dataType") ?? 0,
    dims: fields.numbers("dims"),
    location: entries.get("location") ?? "",
    offset: wholeNumber(entries.get("offset"), name) ?? 0,
    length: wholeNumber(entries.get("length"), name),
  };
}

function readEntries(reader: WireReader, spans: Span[], tensor: string): Map<string, string> {
  if (spans.length > mostEntries) throw badEntry(tensor, `has ${spans.length} entries about its data file`);
  const entries = new Map<string, string>();
  for (const span of spans) {
    const fields = reader.fields(stringEntryProto, span);
    const key = fields.text("key");
    if (entries.has(key)) throw badEntry(tensor, `says its ${key} twice`);
    entries.set(key, fields.text("value"));
  }
  return entries;
}

function wholeNumber(text: string | undefined, tensor: string): number | null {
  if (text === undefined) return null;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw badEntry(tensor, "has an offset or length that is no whole number of bytes");
}

function badEntry(tensor: string, what: string): UnreadableModel {
  return new UnreadableModel(
    "bad_tensor",
    `Tensor ${quoteName(tensor)} ${what}.`,
    'Write the model anew as one file: import onnx; onnx.save_model(onnx.load("model.onnx"), "one-file.onnx", save_as_external_data=False).',
  );
}
