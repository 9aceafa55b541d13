import { side } from "./canvas";
import { varianceFloor } from "./filter-bank";

/**
 * Writes the patch at (left, top) of a uint8 `[32, 32, 3]` image to `out` from `at` on, as `[3, patch, patch]` fractions with its
 * mean subtracted, and divided by its standard deviation if `scaled`. Returns its variance.
 */
export function gatherPatch(
  image: Uint8Array,
  { left, top, patch, scaled }: { left: number; top: number; patch: number; scaled: boolean },
  out: Float64Array,
  at: number,
): number {
  const size = 3 * patch * patch;
  let sum = 0;
  let squares = 0;
  let to = at;
  for (let c = 0; c < 3; c++) {
    for (let y = top; y < top + patch; y++) {
      for (let x = left; x < left + patch; x++) {
        const value = image[(y * side + x) * 3 + c]! / 255;
        out[to++] = value;
        sum += value;
        squares += value * value;
      }
    }
  }
  const mean = sum / size;
  const variance = squares / size - mean * mean;
  const scale = scaled ? 1 / Math.sqrt(variance + varianceFloor) : 1;
  for (let i = at; i < to; i++) out[i] = (out[i]! - mean) * scale;
  return variance;
}
