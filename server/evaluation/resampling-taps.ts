import type { InputGeometry } from "./input-geometry";
import { resamplingKernel } from "./resampling-kernel";

/** For each of `count` output pixels: the first input pixel it reads, how many, and their weights in 1/2^22 (`perPixel` apart). */
export interface ResamplingTaps {
  first: Int32Array;
  length: Int32Array;
  weights: Int32Array;
  perPixel: number;
}

export const weightBits = 22;

/**
 * The weights that resize a line of `inputSize` pixels to `outputSize`, for `count` output pixels from `start` on. The kernel
 * widens when the line shrinks (antialiasing), and weights are fixed-point with 22 bits: Pillow's arithmetic for bytes.
 */
export function resamplingTaps(input: {
  inputSize: number;
  outputSize: number;
  start: number;
  count: number;
  interpolation: InputGeometry["interpolation"];
}): ResamplingTaps {
  const { inputSize, outputSize, start, count, interpolation } = input;
  const scale = inputSize / outputSize;
  if (interpolation === "nearest") return nearestTaps({ scale, start, count });
  const { support, weight } = resamplingKernel[interpolation];
  const stretch = Math.max(1, scale);
  const reach = support * stretch;
  const perPixel = Math.ceil(reach) * 2 + 1;
  const taps = emptyTaps(count, perPixel);
  const line = new Float64Array(perPixel);
  for (let i = 0; i < count; i++) {
    const centre = (start + i + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - reach + 0.5));
    const length = Math.min(inputSize, Math.trunc(centre + reach + 0.5)) - first;
    let sum = 0;
    for (let k = 0; k < length; k++) {
      line[k] = weight((first + k - centre + 0.5) / stretch);
      sum += line[k] ?? 0;
    }
    taps.first[i] = first;
    taps.length[i] = length;
    for (let k = 0; k < length; k++) taps.weights[i * perPixel + k] = fixedPoint((line[k] ?? 0) / sum);
  }
  return taps;
}

function nearestTaps(input: { scale: number; start: number; count: number }): ResamplingTaps {
  const taps = emptyTaps(input.count, 1);
  taps.length.fill(1);
  taps.weights.fill(1 << weightBits);
  for (let i = 0; i < input.count; i++) taps.first[i] = Math.floor((input.start + i + 0.5) * input.scale);
  return taps;
}

function emptyTaps(count: number, perPixel: number): ResamplingTaps {
  return {
    first: new Int32Array(count),
    length: new Int32Array(count),
    weights: new Int32Array(count * perPixel),
    perPixel,
  };
}

function fixedPoint(weight: number): number {
  return Math.trunc(weight * 2 ** weightBits + (weight < 0 ? -0.5 : 0.5));
}
