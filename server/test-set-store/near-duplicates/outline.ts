import { miniatureSide } from "./miniature";
import type { Planes } from "./planes-of";
import type { WindowCosines } from "./window-cosines";

/**
 * Which cosine coefficients describe a picture: `plane` 0 is luma, 1 and 2 are the differences of colour. Low ones survive
 * re-encoding and resizing. Constant terms say how bright and of what colour the whole is.
 */
interface Term {
  plane: 0 | 1 | 2;
  down: number;
  across: number;
  weight: number;
}

/**
 * A coarse outline is for finding and aligning: its terms weigh as their frequency, since photographs have less of the finer ones
 * and gradients would otherwise decide alone. A fine one is for judging.
 */
export type Detail = "coarse" | "fine";

const terms: Record<Detail, Term[]> = {
  coarse: [...termsOf(0, 8), ...termsOf(1, 3), ...termsOf(2, 3)].map((term) => ({
    ...term,
    weight: Math.max(1, Math.hypot(term.down, term.across)),
  })),
  fine: [...termsOf(0, 12), ...termsOf(1, 6), ...termsOf(2, 6)],
};

function termsOf(plane: Term["plane"], below: number): Term[] {
  const all: Term[] = [];
  for (let down = 0; down < below; down++) {
    for (let across = 0; down + across < below; across++) all.push({ plane, down, across, weight: 1 });
  }
  return all;
}

/** What is in a window of a picture, in weighted cosine coefficients; and the length of its varying part, in grey levels. */
export interface Outline {
  values: Float32Array;
  contrast: number;
}

/** The outline of a window of a picture. Two windows with the same content have nearly the same outline. */
export function outline(planes: Planes, { down, across }: WindowCosines, detail: Detail): Outline {
  const rows = planes.map((plane) => across.map((weights) => alongRows(plane, weights)));
  const values = Float32Array.from(terms[detail], (term) => {
    const [column, row] = [down[term.down]!, rows[term.plane]![term.across]!];
    let sum = 0;
    for (let y = 0; y < miniatureSide; y++) sum += column[y]! * row[y]!;
    return term.weight * sum;
  });
  return { values, contrast: contrastOf(values, detail) };
}

/** The outline of the mirror image: cosines of odd frequency across change their sign. */
export function mirrored({ values, contrast }: Outline, detail: Detail): Outline {
  const signed = values.map((value, i) => (terms[detail][i]!.across % 2 === 1 ? -value : value));
  return { values: signed, contrast };
}

/** Below this contrast an outline shows nothing: a plain surface is like every other. */
export const plainBelow = 2;

/** The distance of two outlines as a fraction of the smaller contrast; infinite where one of them shows nothing. */
export function outlineDistance(a: Outline, b: Outline): number {
  const contrast = Math.min(a.contrast, b.contrast);
  if (contrast < plainBelow) return Infinity;
  let sum = 0;
  for (let i = 0; i < a.values.length; i++) sum += (a.values[i]! - b.values[i]!) ** 2;
  return Math.sqrt(sum) / contrast;
}

function alongRows(plane: Float32Array, weights: Float64Array): Float64Array {
  const sums = new Float64Array(miniatureSide);
  for (let y = 0, at = 0; y < miniatureSide; y++) {
    let sum = 0;
    for (let x = 0; x < miniatureSide; x++) sum += weights[x]! * plane[at++]!;
    sums[y] = sum;
  }
  return sums;
}

function contrastOf(values: Float32Array, detail: Detail): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const { down, across } = terms[detail][i]!;
    if (down + across > 0) sum += values[i]! ** 2;
  }
  return Math.sqrt(sum);
}
