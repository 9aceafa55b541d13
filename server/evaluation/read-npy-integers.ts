import { NpyError, parseNpyHeader } from "./parse-npy";

/**
 * The values of a whole one-dimensional .npy file of integers (8 to 64 bits, either byte order), as numbers. Throws `NpyError`
 * for any other shape or type, and for a file shorter than its header says.
 */
export function readNpyIntegers(bytes: Uint8Array): number[] {
  const { descr, shape, dataOffset } = parseNpyHeader(bytes);
  const [, order, kind, size] = /^([<>|=])([iu])([1248])$/.exec(descr) ?? [];
  if (order === undefined) throw new NpyError(`The array has elements of type ${descr}, not integers.`);
  if (shape.length !== 1)
    throw new NpyError(`The array has the shape [${shape.join(", ")}]; one dimension is needed.`);
  const count = shape[0] ?? 0;
  const width = Number(size);
  if (bytes.length < dataOffset + count * width) throw new NpyError("The .npy file is cut short.");
  const view = new DataView(bytes.buffer, bytes.byteOffset + dataOffset, count * width);
  const little = order !== ">";
  return Array.from({ length: count }, (_, i) =>
    readInteger(view, { at: i * width, width, signed: kind === "i", little }),
  );
}

function readInteger(
  view: DataView,
  { at, width, signed, little }: { at: number; width: number; signed: boolean; little: boolean },
): number {
  if (width === 1) return signed ? view.getInt8(at) : view.getUint8(at);
  if (width === 2) return signed ? view.getInt16(at, little) : view.getUint16(at, little);
  if (width === 4) return signed ? view.getInt32(at, little) : view.getUint32(at, little);
  return Number(signed ? view.getBigInt64(at, little) : view.getBigUint64(at, little));
}
