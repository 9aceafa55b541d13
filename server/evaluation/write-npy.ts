/**
 * The bytes of a .npy file (version 1.0, C order; NEP 1, "A simple file format for NumPy arrays") of this shape: uint8 for a
 * `Uint8Array`, int64 for a `BigInt64Array`. Throws a RangeError unless the shape fits `data` exactly.
 */
export function writeNpy(data: Uint8Array | BigInt64Array, shape: readonly number[]): Uint8Array {
  if (shape.reduce((product, size) => product * size, 1) !== data.length)
    throw new RangeError(`an array of ${data.length} numbers does not have the shape (${shape.join(", ")})`);
  const descr = data instanceof Uint8Array ? "|u1" : "<i8";
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
  const dictionary = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${tuple}), }`;
  const length = Math.ceil((dictionary.length + 11) / 64) * 64 - 10;
  const header = new Uint8Array(10 + length);
  header.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]);
  new DataView(header.buffer).setUint16(8, length, true);
  header.set(new TextEncoder().encode(`${dictionary.padEnd(length - 1)}\n`), 10);
  const file = new Uint8Array(header.length + data.byteLength);
  file.set(header);
  file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), header.length);
  return file;
}
