import type { FieldKind, Message } from "./onnx-messages";
import { UnreadableModel } from "./unreadable-model";

/** A place in the source, in bytes: `start` included, `end` not. */
export type Span = { start: number; end: number };

type TextReader = { text: (span: Span) => string };

/** The fields of one message, by name: integers as values, everything else as places. */
export class MessageFields<Name extends string> {
  readonly #reader: TextReader;
  readonly #message: Message<Name>;
  readonly #numbers = new Map<Name, number[]>();
  readonly #spans = new Map<Name, Span[]>();

  constructor(reader: TextReader, message: Message<Name>) {
    this.#reader = reader;
    this.#message = message;
  }

  /** Protobuf merges a message given twice and lets the last number win; no exporter writes that, so it is refused. */
  add({ name, kind }: { name: Name; kind: FieldKind }, value: number | null, span: Span): void {
    if (!kind.endsWith("s") && this.has(name)) throw ambiguous(this.#message.title, name);
    if (kind.startsWith("number") && value !== null) push(this.#numbers, name, value);
    else push(this.#spans, name, span);
  }

  checkExclusive(): void {
    const set = this.#message.exclusive.filter((name) => this.has(name));
    if (set.length > 1) throw ambiguous(this.#message.title, set.join(" and "));
  }

  has(name: Name): boolean {
    return this.#numbers.has(name) || this.#spans.has(name);
  }

  number(name: Name): number | null {
    return this.numbers(name)[0] ?? null;
  }

  /** As `number`, for enumerations and `int32`: protobuf readers drop their bits beyond 32. */
  int32(name: Name): number | null {
    const value = this.number(name);
    if (value !== null && (value < -(2 ** 31) || value >= 2 ** 31)) throw tooWide(this.#message.title, name);
    return value;
  }

  numbers(name: Name): number[] {
    return this.#numbers.get(name) ?? [];
  }

  span(name: Name): Span | null {
    return this.spans(name)[0] ?? null;
  }

  spans(name: Name): Span[] {
    return this.#spans.get(name) ?? [];
  }

  text(name: Name): string {
    const span = this.span(name);
    return span ? this.#reader.text(span) : "";
  }

  texts(name: Name): string[] {
    return this.spans(name).map((span) => this.#reader.text(span));
  }

  /** The bytes that all occurrences of a field take together. */
  length(name: Name): number {
    return this.spans(name).reduce((sum, { start, end }) => sum + end - start, 0);
  }
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function ambiguous(title: string, field: string): UnreadableModel {
  return new UnreadableModel(
    "ambiguous",
    `The file sets ${title}.${field} more than once, so two readers may see two different models.`,
    'Check that it is the file you meant, then rewrite it: import onnx; onnx.save(onnx.load("model.onnx"), "clean.onnx").',
  );
}

function tooWide(title: string, field: string): UnreadableModel {
  return new UnreadableModel(
    "malformed",
    `The file is not well-formed ONNX: ${title}.${field} has more than 32 bits.`,
    'Check it with onnx.checker.check_model("model.onnx") and export it again.',
  );
}
