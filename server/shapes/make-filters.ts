import { addProducts } from "./add-products";
import { side } from "./canvas";
import { gatherPatch } from "./gather-patch";
import { solvePositiveDefinite } from "./solve-positive-definite";

const flat = 0.004;

/**
 * Filters `[count, 3, patch, patch]` from random patches p of `pixels` (uint8 `[images, 32, 32, 3]`): (M + e I)^-1 p, M the second
 * moment of patches and e `whitening` times its mean eigenvalue, scaled to a root mean square response of 1. This is ZCA
 * whitening of filter and patch alike (Coates & Ng 2012), folded into the filter. `count` must be even.
 */
export function makeFilters({
  pixels,
  patch,
  scaled,
  whitening,
  count,
  random,
}: {
  pixels: Uint8Array;
  patch: number;
  scaled: boolean;
  whitening: number;
  count: number;
  random: () => number;
}): Float64Array {
  const size = 3 * patch * patch;
  const draw = (patches: number) => drawPatches({ pixels, patch, scaled, count: patches, random });
  const { moment, padded } = secondMoment(draw(4000), size);
  let trace = 0;
  for (let i = 0; i < size; i++) trace += moment[i * padded + i]!;
  const regular = moment.slice();
  for (let i = 0; i < padded; i++)
    regular[i * padded + i] = regular[i * padded + i]! + (whitening * trace) / size;
  const chosen = draw(count);
  const solutions = new Float64Array(count * padded);
  for (let f = 0; f < count; f++) solutions.set(chosen.subarray(f * size, (f + 1) * size), f * padded);
  solvePositiveDefinite(regular, padded, solutions);
  const filters = new Float64Array(count * size);
  for (let f = 0; f < count; f++) {
    const filter = solutions.subarray(f * padded, f * padded + size);
    const power = Math.sqrt(quadraticForm(moment, padded, filter));
    filters.set(
      filter.map((weight) => weight / power),
      f * size,
    );
  }
  return filters;
}

function drawPatches({
  pixels,
  patch,
  scaled,
  count,
  random,
}: {
  pixels: Uint8Array;
  patch: number;
  scaled: boolean;
  count: number;
  random: () => number;
}): Float64Array {
  const size = 3 * patch * patch;
  const imageSize = side * side * 3;
  const patches = new Float64Array(count * size);
  const below = (limit: number) => Math.floor(random() * limit);
  for (let drawn = 0; drawn < count; ) {
    const image = pixels.subarray(below(pixels.length / imageSize) * imageSize);
    const place = { left: below(side - patch + 1), top: below(side - patch + 1), patch, scaled };
    if (gatherPatch(image, place, patches, drawn * size) > flat) drawn++;
  }
  return patches;
}

// Padded with an identity to a multiple of four, which the solver requires.
function secondMoment(patches: Float64Array, size: number) {
  const count = patches.length / size;
  const padded = Math.ceil(size / 4) * 4;
  const transposed = new Float64Array(padded * count);
  for (let p = 0; p < count; p++) {
    for (let i = 0; i < size; i++) transposed[i * count + p] = patches[p * size + i]!;
  }
  const moment = new Float64Array(padded * padded);
  const all = [0, padded] as const;
  addProducts({
    left: transposed,
    right: transposed,
    stride: count,
    depth: count,
    out: moment,
    outStride: padded,
    rows: all,
    columns: all,
  });
  return { moment: moment.map((sum) => sum / count), padded };
}

function quadraticForm(matrix: Float64Array, stride: number, vector: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) {
    for (let j = 0; j < vector.length; j++) sum += vector[i]! * matrix[i * stride + j]! * vector[j]!;
  }
  return sum;
}
