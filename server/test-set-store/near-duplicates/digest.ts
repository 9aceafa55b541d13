import { miniatureSide, noColour } from "./miniature";
import { frequencies, type WindowCosines } from "./window";

/**
 * What is to be seen in a window of a picture: its lower cosine coefficients, in units of their contrast, so that the distance of
 * two digests of the same colour is `sqrt(2 - 2r)` with r their correlation.
 */
export type Digest = Float32Array;

/** A cosine in a plane of a miniature, by its half-periods down and across the window. */
interface Term {
  plane: number;
  down: number;
  across: number;
  weight: number;
}

const chromaFrequencies = 4;

/** Photographs have less of the higher frequencies: unweighted, gradients would decide alone. From the coarsest on. */
const patterns: Term[] = [0, 1, 2]
  .flatMap((plane) => {
    const below = plane === 0 ? frequencies : chromaFrequencies;
    return [...Array(below ** 2).keys()]
      .map((i) => ({ plane, down: Math.floor(i / below), across: i % below }))
      .filter(({ down, across }) => down + across > 0 && down + across < below);
  })
  .map((term) => ({ ...term, weight: Math.sqrt(Math.hypot(term.down, term.across)) }))
  .sort((a, b) => a.down + a.across - b.down - b.across);
/** How bright the whole is says nothing, but its colour tells drawings with the same outline apart. */
const colour: Term[] = [1, 2].map((plane) => ({ plane, down: 0, across: 0, weight: 1 }));
const terms = [...patterns, ...colour];
const odd = Uint8Array.from(terms, ({ across }) => across % 2);

export const digestLength = terms.length;

/** In grey levels: patterns of this contrast or less are what a file format leaves on a plain surface. */
const plainContrast = 2;

/** Null for a plain surface, which is like every other. */
export function digestOf(miniature: Uint8Array, { across, down }: WindowCosines): Digest | null {
  const rows = alongRows(miniature, across);
  const digest = new Float32Array(terms.length);
  let square = 0;
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i]!;
    const row = (term.plane * frequencies + term.across) * miniatureSide;
    const column = term.down * miniatureSide;
    let sum = 0;
    for (let y = 0; y < miniatureSide; y++) sum += down[column + y]! * rows[row + y]!;
    digest[i] = term.weight * sum;
    if (i < patterns.length) square += digest[i]! ** 2;
  }
  const contrast = Math.sqrt(square);
  if (contrast <= plainContrast) return null;
  for (let i = 0; i < digest.length; i++) digest[i]! /= contrast;
  return digest;
}

/** `[plane, frequency, row]`, from where the planes of colour say grey: contrast scales what is beside it. */
function alongRows(miniature: Uint8Array, across: Float32Array): Float32Array {
  const rows = new Float32Array(3 * frequencies * miniatureSide);
  for (let plane = 0; plane < 3; plane++) {
    const used = plane === 0 ? frequencies : chromaFrequencies;
    let to = plane * frequencies * miniatureSide;
    for (let frequency = 0; frequency < used; frequency++) {
      for (let y = 0; y < miniatureSide; y++) {
        const from = (plane * miniatureSide + y) * miniatureSide;
        let sum = 0;
        for (let x = 0; x < miniatureSide; x++)
          sum += across[frequency * miniatureSide + x]! * (miniature[from + x]! - noColour);
        rows[to++] = sum;
      }
    }
  }
  return rows;
}

/** The digest of the mirror image: what is odd across changes its sign. */
export function mirrored(digest: Digest): Digest {
  return digest.map((value, i) => (odd[i] === 1 ? -value : value));
}

export function distanceOf(a: Digest, b: Digest): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return Math.sqrt(sum);
}
