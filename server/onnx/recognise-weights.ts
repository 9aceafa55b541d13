import type { ByteSource } from "./byte-source";
import type { Fault } from "./inspection-schema";
import { oneFileHint } from "./one-file-hint";

const samples = 4;
const sampleBytes = 512;
const enough = 0.97;

/**
 * Refuses a file that is nothing but numbers, as the second file of a two-file export is; null if its bytes are anything else. For use
 * when reading as ONNX has failed.
 */
export function recogniseWeights(source: ByteSource): Fault | null {
  if (source.size < samples * sampleBytes) return null;
  const step = Math.floor(source.size / samples / 4) * 4;
  const parts = Array.from({ length: samples }, (_, i) => source.read(i * step, sampleBytes));
  const bytes = Uint8Array.from(parts.flatMap((part) => [...part]));
  if (!looksLikeWeights(exponents(bytes, 4), 127) && !looksLikeWeights(exponents(bytes, 2), 15)) return null;
  return {
    code: "weights_only",
    sentence:
      "This is no model but numbers: most likely the .data half of a two-file export, which has the weights without the network.",
    where: null,
    hint: oneFileHint,
  };
}

/** Trained weights lie within a few powers of two of 1: nearly no other bytes read as numbers do, and random ones a fifth of the time. */
function looksLikeWeights(found: number[], bias: number): boolean {
  const likely = found.filter((exponent) => exponent === 0 || (exponent > bias - 16 && exponent <= bias + 3));
  const zeros = found.filter((exponent) => exponent === 0).length;
  return likely.length >= enough * found.length && zeros < found.length / 2;
}

/** The biased exponents of little-endian binary32 (4 bytes) or binary16 (2 bytes) numbers. */
function exponents(bytes: Uint8Array, width: 2 | 4): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / width) }, (_, i) =>
    width === 4 ? (view.getUint32(4 * i, true) >>> 23) & 0xff : (view.getUint16(2 * i, true) >>> 10) & 0x1f,
  );
}
