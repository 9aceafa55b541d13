import type { ByteSource } from "../byte-source";
import { rawBytesOf } from "../check-tensors";
import type { Span } from "../message-fields";
import { quoteName } from "../quote-name";
import { UnreadableModel } from "../unreadable-model";
import { WireReader } from "../wire-reader";
import { fieldPlaces } from "./field-places";
import { type FoundTensor, findExternal, mostEffort } from "./find-external";
import { requireDataFile } from "./require-data-file";

/** A part of the file to write: bytes, or a place in one of the two files. */
export type Piece = { bytes: Uint8Array } | { from: "model" | "data"; start: number; end: number };

type Edit = Span & { put: Piece[] };
type Growth = { span: Span; parent: Growth | null; depth: number; bytes: number };

const rawData = 9;
const externalData = 13;
const dataLocation = 14;

/**
 * How to write a model and the data file that it names as one file, the values in `raw_data`, every other byte as it was: the
 * file that PyTorch writes with `external_data=False`. Of names only the last part
 * counts: no path is followed. Throws UnreadableModel if the two do not belong together or exceed `mostBytes`.
 */
export function planOneFile({
  model,
  data,
  mostBytes,
}: {
  model: ByteSource;
  data: { name: string; size: number };
  mostBytes: number;
}): { bytes: number; pieces: Piece[] } {
  const reader = new WireReader(model, mostEffort);
  const tensors = findExternal(reader);
  requireDataFile(tensors, data.name);
  const growths = new Map<number, Growth>();
  const edits = tensors.flatMap((tensor) => {
    const within = tensor.around.reduce<Growth | null>(
      (parent, span) => growthOf(growths, span, parent),
      null,
    );
    const own = growthOf(growths, tensor.span, within);
    const moved = moveInside(reader, tensor, data.size);
    own.bytes += moved.reduce((sum, edit) => sum + grown(edit), 0);
    return moved;
  });
  const deepestFirst = [...growths.values()].toSorted((a, b) => b.depth - a.depth);
  for (const { span, parent, bytes } of deepestFirst) {
    if (!parent) continue;
    const edit = { ...lengthPlace(reader, span), put: [{ bytes: varint(span.end - span.start + bytes) }] };
    parent.bytes += bytes + grown(edit);
    edits.push(edit);
  }
  const pieces = splice(model.size, edits);
  const bytes = pieces.reduce((sum, piece) => sum + sizeOf(piece), 0);
  if (bytes > mostBytes) throw tooLarge(bytes, mostBytes);
  return { bytes, pieces };
}

function growthOf(growths: Map<number, Growth>, span: Span, parent: Growth | null): Growth {
  // Of nested messages no two begin at the same byte.
  const known = growths.get(span.start);
  if (known) return known;
  const growth = { span, parent, depth: parent ? parent.depth + 1 : 0, bytes: 0 };
  growths.set(span.start, growth);
  return growth;
}

function moveInside(reader: WireReader, tensor: FoundTensor, dataBytes: number): Edit[] {
  const length = rawBytesOf(tensor);
  if (length === null || (tensor.length !== null && tensor.length !== length))
    throw otherSize(tensor, length);
  const { offset } = tensor;
  if (offset + length > dataBytes) throw tooShort(tensor, offset + length, dataBytes);
  const places = fieldPlaces(reader, tensor.span);
  const at = places.find(({ number }) => number > rawData)?.start ?? tensor.span.end;
  const values: Piece = { from: "data", start: offset, end: offset + length };
  const header = Uint8Array.of(rawData * 8 + 2, ...varint(length));
  const changed = places.filter(({ number }) => [rawData, externalData, dataLocation].includes(number));
  return [
    { start: at, end: at, put: [{ bytes: header }, values] },
    ...changed.map(({ start, end }) => ({ start, end, put: [] })),
  ];
}

/** Where a message's length is written: a varint has its high bits set up to its last byte, and the tag before it ends in none. */
function lengthPlace(reader: WireReader, { start: end }: Span): Span {
  let start = end - 1;
  while (reader.byte(start - 1) >= 0x80) start -= 1;
  return { start, end };
}

function splice(modelBytes: number, edits: Edit[]): Piece[] {
  const pieces: Piece[] = [];
  let copied = 0;
  for (const { start, end, put } of edits.toSorted((a, b) => a.start - b.start)) {
    pieces.push({ from: "model", start: copied, end: start }, ...put);
    copied = end;
  }
  return [...pieces, { from: "model", start: copied, end: modelBytes }];
}

const sizeOf = (piece: Piece) => ("bytes" in piece ? piece.bytes.length : piece.end - piece.start);
const grown = ({ start, end, put }: Edit) => put.reduce((sum, piece) => sum + sizeOf(piece), start - end);

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    bytes.push(rest < 128 ? rest : (rest % 128) + 128);
    if (rest < 128) return Uint8Array.from(bytes);
  }
}

function otherSize(tensor: FoundTensor, needed: number | null): UnreadableModel {
  const shape = `[${tensor.dims.slice(0, 8).join(", ")}]`;
  const taken = tensor.length === null ? "the rest" : `${tensor.length.toLocaleString("en")} bytes`;
  const needs = needed === null ? "has no size in bytes" : `needs ${needed.toLocaleString("en")} bytes`;
  return new UnreadableModel(
    "bad_tensor",
    `The model takes ${taken} of its data file for tensor ${quoteName(tensor.name)}, whose shape ${shape} ${needs}.`,
    'The model is damaged or was edited by hand. Check it with onnx.checker.check_model("model.onnx") and export it again.',
  );
}

function tooShort(tensor: FoundTensor, needed: number, found: number): UnreadableModel {
  return new UnreadableModel(
    "other_data_file",
    `The data file has ${found.toLocaleString("en")} bytes; tensor ${quoteName(tensor.name)} needs it to have ${needed.toLocaleString("en")} at least.`,
    "It was cut off, or is another export's. Send both files of one export.",
  );
}

function tooLarge(bytes: number, most: number): UnreadableModel {
  return new UnreadableModel(
    "too_large",
    `Written as one file the model has ${bytes.toLocaleString("en")} bytes; the limit is ${most.toLocaleString("en")}.`,
    "Store the weights as float16 (onnxconverter_common.float16.convert_float_to_float16) or quantise them.",
  );
}
