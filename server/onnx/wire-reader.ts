import type { ByteSource } from "./byte-source";
import { MessageFields, type Span } from "./message-fields";
import type { FieldKind, Message } from "./onnx-messages";
import { UnreadableModel } from "./unreadable-model";

const windowBytes = 16 * 1024;
const longestText = 1000;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

// Wire types of protobuf: 0 varint, 1 eight bytes, 2 length and bytes, 5 four bytes. Groups (3, 4) are in no ONNX file.
const wiresOfKind: Record<FieldKind, number[]> = {
  number: [0],
  numbers: [0, 2],
  float: [5],
  varints: [0, 2],
  floats: [5, 2],
  doubles: [1, 2],
  span: [2],
  spans: [2],
};

/**
 * Walks protobuf without decoding it. A decoder such as onnx-proto's turns everything into objects, weights and deep nesting
 * included, takes the last of two values where the runtime merges them, and needs the file in memory; here a message is a list of
 * places in the source, read on demand, so a 2 GB file costs a few hundred small reads. `effort` bounds time and memory for
 * hostile files.
 */
export class WireReader {
  readonly #source: ByteSource;
  #effort: number;
  #window: Uint8Array = new Uint8Array(0);
  #windowStart = 0;
  #position = 0;

  constructor(source: ByteSource, effort: number) {
    this.#source = source;
    this.#effort = effort;
  }

  get whole(): Span {
    return { start: 0, end: this.#source.size };
  }

  /** Charges this file's budget; one unit is about one field. Throws UnreadableModel when the budget is spent. */
  spend(units: number): void {
    this.#effort -= units;
    if (this.#effort < 0)
      throw new UnreadableModel(
        "too_complex",
        "The file describes far more nodes, tensors or fields than an image classifier has.",
        "Simplify the graph (onnxsim, or export without unrolled loops) and keep weights in raw_data, as exporters normally do.",
      );
  }

  /** The fields of the message at `span`. Throws UnreadableModel where bytes and definition disagree. */
  fields<Name extends string>(message: Message<Name>, span: Span): MessageFields<Name> {
    const fields = new MessageFields(this, message);
    this.#position = span.start;
    while (this.#position < span.end) this.#field(message, span.end, fields);
    fields.checkExclusive();
    return fields;
  }

  /** The text at `span`; bytes that are not UTF-8 become U+FFFD. Throws UnreadableModel beyond 1,000 bytes. */
  text({ start, end }: Span): string {
    if (end - start > longestText)
      throw new UnreadableModel(
        "name_too_long",
        `A name in the file is ${(end - start).toLocaleString("en")} bytes long; the limit is ${longestText}.`,
        "Give nodes and tensors short names, for instance by exporting again with a current exporter.",
      );
    this.spend(1 + (end - start) / 16);
    if (start === end) return "";
    this.#load(start, end - start);
    const at = start - this.#windowStart;
    return decoder.decode(this.#window.subarray(at, at + end - start));
  }

  /** One byte of the source. */
  byte(position: number): number {
    this.#load(position, 1);
    return this.#window[position - this.#windowStart]!;
  }

  #load(start: number, length: number): void {
    const at = start - this.#windowStart;
    if (at >= 0 && at + length <= this.#window.length) return;
    this.#window = this.#source.read(start, Math.min(windowBytes, this.#source.size - start));
    this.#windowStart = start;
    if (this.#window.length < length) throw truncated();
  }

  #field<Name extends string>(message: Message<Name>, end: number, fields: MessageFields<Name>): void {
    this.spend(1);
    const tag = this.#varint(end);
    const number = Math.floor(tag / 8);
    if (number < 1 || number >= 2 ** 29) throw malformed(`field number ${number} in a ${message.title}`);
    const field = message.fields.get(number);
    const wire = tag % 8;
    if (field && !wiresOfKind[field.kind].includes(wire))
      throw malformed(`${message.title}.${field.name} of another kind than ONNX defines`);
    if (!field && message.closed) throw unknownField(message.title, number);
    const start = this.#position;
    if (wire === 0) {
      const value = this.#varint(end);
      if (field) fields.add(field, value, { start, end: this.#position });
      return;
    }
    const span = this.#span(wire, end);
    if (field?.kind === "numbers") this.#packed(span, (value) => fields.add(field, value, span));
    else if (field) fields.add(field, null, span);
    this.#position = span.end;
  }

  #packed(span: Span, add: (value: number) => void): void {
    this.#position = span.start;
    while (this.#position < span.end) {
      this.spend(1);
      add(this.#varint(span.end));
    }
  }

  #span(wire: number, end: number): Span {
    const length = wire === 1 ? 8 : wire === 5 ? 4 : wire === 2 ? this.#varint(end) : -1;
    if (length < 0) throw malformed("a field of unknown kind");
    const start = this.#position;
    if (start + length > this.#source.size) throw truncated(start + length - this.#source.size);
    if (start + length > end) throw malformed("a part that is longer than the whole it belongs to");
    return { start, end: start + length };
  }

  /** A 64-bit integer, signed; exact below 2^53, more than any honest value needs. */
  #varint(end: number): number {
    let low = 0;
    let high = 0;
    for (let index = 0; index < 10; index += 1) {
      if (this.#position >= end) throw end === this.#source.size ? truncated() : malformed("a cut number");
      const byte = this.byte(this.#position);
      this.#position += 1;
      const bits = byte & 0x7f;
      if (index < 4) low |= bits << (7 * index);
      else if (index === 4) {
        low |= bits << 28;
        high |= bits >>> 4;
      } else high |= bits << (7 * index - 32);
      if (byte < 0x80) return high * 2 ** 32 + (low >>> 0);
    }
    throw malformed("a number of more than ten bytes");
  }
}

function truncated(missing = 1): UnreadableModel {
  return new UnreadableModel(
    "truncated",
    `The file ends too early: at least ${missing.toLocaleString("en")} bytes are missing.`,
    "The upload, or an earlier copy, was cut off. Compare the file's size with the original and send it again.",
  );
}

function malformed(what: string): UnreadableModel {
  return new UnreadableModel(
    "malformed",
    `The file is not well-formed ONNX: it contains ${what}.`,
    'Check it with onnx.checker.check_model("model.onnx") and export it again.',
  );
}

function unknownField(title: string, number: number): UnreadableModel {
  return new UnreadableModel(
    "trailing_data",
    `The file contains data that ONNX does not define (field ${number} of ${title}), or something was appended to it.`,
    'Check that it is the file you meant, then rewrite it: import onnx; onnx.save(onnx.load("model.onnx"), "clean.onnx").',
  );
}
