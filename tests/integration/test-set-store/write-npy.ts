import { writeFile } from "node:fs/promises";

/** Writes a .npy file as `numpy.save` does (version 1, header padded to 64 bytes). */
export async function writeNpy(
  path: string,
  descr: string,
  shape: number[],
  data: Uint8Array,
): Promise<string> {
  const sides = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${sides}), }`;
  const padded = `${header.padEnd(Math.ceil((header.length + 11) / 64) * 64 - 11)}\n`;
  const start = Buffer.from([0x93, ...Buffer.from("NUMPY"), 1, 0, padded.length & 255, padded.length >> 8]);
  await writeFile(path, Buffer.concat([start, Buffer.from(padded, "latin1"), data]));
  return path;
}
