import { type Outline, plainBelow } from "./outline";

/** An outline that is near another: its place in the list that was searched, and the distance. */
export interface Near {
  place: number;
  distance: number;
}

/**
 * Makes a list of outlines searchable: the result finds those nearer to another than `within`, a fraction of the smaller contrast.
 * It looks at those of about the same contrast alone, and at most of them no further than the first few coefficients.
 */
export function searchOutlines(outlines: Outline[], within: number): (wanted: Outline) => Near[] {
  const order = [...outlines.keys()]
    .filter((place) => outlines[place]!.contrast >= plainBelow)
    .sort((a, b) => outlines[a]!.contrast - outlines[b]!.contrast);
  const contrasts = Float64Array.from(order, (place) => outlines[place]!.contrast);
  const length = outlines[0]?.values.length ?? 0;
  const values = new Float32Array(order.length * length);
  order.forEach((place, i) => values.set(outlines[place]!.values, i * length));

  return (wanted) => {
    const found: Near[] = [];
    if (wanted.contrast < plainBelow) return found;
    // Contrasts differ by no more than the outlines do.
    const from = firstAtLeast(contrasts, wanted.contrast / (1 + within));
    const to = firstAtLeast(contrasts, wanted.contrast * (1 + within));
    for (let i = from; i < to; i++) {
      const contrast = Math.min(wanted.contrast, contrasts[i]!);
      const limit = (within * contrast) ** 2;
      const square = squareUpTo(limit, wanted.values, values, i * length);
      if (square < limit) found.push({ place: order[i]!, distance: Math.sqrt(square) / contrast });
    }
    return found;
  };
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The squared distance, or any number not below `limit` if it is not below it. */
function squareUpTo(limit: number, wanted: Float32Array, values: Float32Array, offset: number): number {
  let sum = 0;
  for (let i = 0; i < wanted.length; i++) {
    const difference = wanted[i]! - values[offset + i]!;
    sum += difference * difference;
    if (sum >= limit) return sum;
  }
  return sum;
}
