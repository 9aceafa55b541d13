import type { Span } from "../message-fields";
import type { WireReader } from "../wire-reader";

/** One field of a message: its number, and where it lies, tag and length included. */
export type FieldPlace = Span & { number: number };

const bytesOfWire = new Map([
  [1, 8],
  [5, 4],
]);

/** Where the fields of a message lie, in order. Only for a message that `reader.fields` has read, which checks it. */
export function fieldPlaces(reader: WireReader, { start, end }: Span): FieldPlace[] {
  const places: FieldPlace[] = [];
  let at = start;
  while (at < end) {
    const from = at;
    const tag = varint();
    const wire = tag % 8;
    const value = wire === 0 || wire === 2 ? varint() : 0;
    at += wire === 2 ? value : (bytesOfWire.get(wire) ?? 0);
    places.push({ number: Math.floor(tag / 8), start: from, end: at });
  }
  return places;

  function varint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = reader.byte(at);
      at += 1;
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  }
}
