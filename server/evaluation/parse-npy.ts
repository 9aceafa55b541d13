/** A .npy file's header: element type (NumPy's `descr`), shape, order, and where the data starts in bytes. */
export interface NpyHeader {
  descr: string;
  shape: number[];
  fortranOrder: boolean;
  dataOffset: number;
}

/** The bytes are not a readable .npy file; the message is a sentence. */
export class NpyError extends Error {
  override name = "NpyError";
}

/**
 * Reads the header of a .npy file, versions 1 to 3 (NEP 1, "A simple file format for NumPy arrays"), from the first bytes of the
 * file; 64 KiB are enough for any array that NumPy writes. Throws `NpyError`.
 */
export function parseNpyHeader(bytes: Uint8Array): NpyHeader {
  if (!isNpy(bytes)) throw new NpyError("This is not a .npy file: it does not start with NumPy's signature.");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = bytes[6] ?? 0;
  const lengthBytes = version === 1 ? 2 : 4;
  if (version < 1 || version > 3 || bytes.length < 8 + lengthBytes) {
    throw new NpyError("The .npy header is cut short or of an unknown version.");
  }
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  const dataOffset = 8 + lengthBytes + length;
  if (dataOffset > bytes.length) throw new NpyError("The .npy header is cut short.");
  const text = new TextDecoder("latin1").decode(bytes.subarray(8 + lengthBytes, dataOffset));
  return { ...parseDictionary(text), dataOffset };
}

/** Whether a file that starts with these bytes claims to be a .npy file. */
export function isNpy(bytes: Uint8Array): boolean {
  return [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59].every((byte, i) => bytes[i] === byte);
}

function parseDictionary(text: string): Omit<NpyHeader, "dataOffset"> {
  const descr = /'descr'\s*:\s*'([^']*)'/.exec(text)?.[1];
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(text)?.[1];
  const shape = /'shape'\s*:\s*\(([\d\sL,]*)\)/.exec(text)?.[1];
  if (descr === undefined || order === undefined || shape === undefined) {
    throw new NpyError("The .npy header does not describe one plain array.");
  }
  const sides = shape.split(",").map((side) => side.trim().replace(/L$/, ""));
  const lengths = sides.filter((side) => side !== "").map(Number);
  if (!lengths.every(Number.isSafeInteger)) throw new NpyError("The .npy header gives an impossible shape.");
  return { descr, shape: lengths, fortranOrder: order === "True" };
}
