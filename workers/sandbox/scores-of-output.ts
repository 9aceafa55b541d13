import { fromHalf } from "./half-float";

/** The part of the runtime's tensor used here. */
export interface OutputTensor {
  type: string;
  dims: readonly number[];
  data: unknown;
}

export class WrongOutput extends Error {}

/** `sigmoid`: the model ends in one, so that one score p of two classes stands for (1 - p, p). */
interface Wanted {
  rows: number;
  classes: number;
  sigmoid: boolean;
}

/**
 * The `rows * classes` scores as float32. Dimensions of 1 may occur anywhere, so `[classes]` and `[rows, classes, 1, 1]` pass;
 * throws `WrongOutput` for anything else.
 */
export function scoresOfOutput(output: OutputTensor, { rows, classes, sigmoid }: Wanted): Float32Array {
  if (hasShape(output, [rows, classes])) return numbersOf(output);
  if (sigmoid && classes === 2 && hasShape(output, [rows])) return bothScores(numbersOf(output));
  throw new WrongOutput(`[${output.dims.join(", ")}] for [${rows}, ${classes}]`);
}

function hasShape({ dims }: OutputTensor, shape: number[]): boolean {
  const wanted = shape.filter((size) => size !== 1);
  const found = dims.filter((size) => size !== 1);
  return found.length === wanted.length && found.every((size, i) => size === wanted[i]);
}

function bothScores(probabilities: Float32Array): Float32Array {
  return Float32Array.from({ length: 2 * probabilities.length }, (_, i) => {
    const probability = probabilities[i >> 1]!;
    return i % 2 === 0 ? 1 - probability : probability;
  });
}

function numbersOf({ type, data }: OutputTensor): Float32Array {
  if (type === "float32") return data as Float32Array;
  if (type === "float16") {
    const { buffer, byteOffset, length } = data as Uint16Array<ArrayBuffer>;
    return Float32Array.from(new Uint16Array(buffer, byteOffset, length), fromHalf);
  }
  if (type === "string" || !ArrayBuffer.isView(data)) throw new WrongOutput(`elements of type ${type}`);
  return Float32Array.from(data as unknown as ArrayLike<number | bigint>, Number);
}
