import { fromHalf } from "./half-float";

/** The part of the runtime's tensor used here. */
export interface OutputTensor {
  type: string;
  dims: readonly number[];
  data: unknown;
}

export class WrongOutput extends Error {}

/**
 * The `rows * classes` scores as float32. Dimensions of 1 may occur anywhere, so `[classes]` and `[rows, classes, 1, 1]` pass;
 * throws `WrongOutput` for anything else.
 */
export function scoresOfOutput(output: OutputTensor, rows: number, classes: number): Float32Array {
  const wanted = [rows, classes].filter((size) => size !== 1);
  const found = output.dims.filter((size) => size !== 1);
  if (found.length !== wanted.length || found.some((size, i) => size !== wanted[i])) {
    throw new WrongOutput(`[${output.dims.join(", ")}] for [${rows}, ${classes}]`);
  }
  const { type, data } = output;
  if (type === "float32") return data as Float32Array;
  if (type === "float16") {
    const { buffer, byteOffset, length } = data as Uint16Array<ArrayBuffer>;
    return Float32Array.from(new Uint16Array(buffer, byteOffset, length), fromHalf);
  }
  if (type === "string" || !ArrayBuffer.isView(data)) throw new WrongOutput(`elements of type ${type}`);
  return Float32Array.from(data as unknown as ArrayLike<number | bigint>, Number);
}
