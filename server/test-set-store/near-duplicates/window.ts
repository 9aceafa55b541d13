import { miniatureSide } from "./miniature";

/** A part of a picture by its edges, as fractions of the picture's width and height. */
export type Window = readonly [left: number, right: number, top: number, bottom: number];

/** Half-periods across a window, below which patterns count. */
export const frequencies = 10;

/** For each frequency, what each of a miniature's columns and rows adds to the cosine that fits a window: `[frequencies, side]`. */
export interface WindowCosines {
  across: Float32Array;
  down: Float32Array;
}

export function windowCosines([left, right, top, bottom]: Window): WindowCosines {
  return { across: cosines(left, right), down: cosines(top, bottom) };
}

/** Integrals of the cosines over the pixels, not samples: an edge of the window may lie within a pixel. */
function cosines(from: number, to: number): Float32Array {
  const weights = new Float32Array(frequencies * miniatureSide);
  const place = (pixel: number) => Math.min(1, Math.max(0, (pixel / miniatureSide - from) / (to - from)));
  for (let frequency = 0; frequency < frequencies; frequency++) {
    const turn = Math.PI * frequency;
    for (let pixel = 0; pixel < miniatureSide; pixel++) {
      const [start, end] = [place(pixel), place(pixel + 1)];
      weights[frequency * miniatureSide + pixel] =
        frequency === 0 ? end - start : (Math.SQRT2 * (Math.sin(turn * end) - Math.sin(turn * start))) / turn;
    }
  }
  return weights;
}
