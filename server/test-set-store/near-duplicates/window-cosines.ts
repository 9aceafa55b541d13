import { miniatureSide } from "./miniature";

/** A square part of a picture: its corner and its side as fractions of the picture's width and height. */
export interface Window {
  left: number;
  top: number;
  side: number;
}

/** For each frequency, the integral over each of a miniature's pixels of the cosine that fits the window. */
export interface WindowCosines {
  down: Float64Array[];
  across: Float64Array[];
}

const frequencies = 12;

export function windowCosines({ left, top, side }: Window): WindowCosines {
  return { down: cosines(top, side), across: cosines(left, side) };
}

function cosines(start: number, side: number): Float64Array[] {
  return Array.from({ length: frequencies }, (_, frequency) => {
    const turn = Math.PI * frequency;
    return Float64Array.from({ length: miniatureSide }, (__, pixel) => {
      const from = clamp((pixel / miniatureSide - start) / side);
      const to = clamp(((pixel + 1) / miniatureSide - start) / side);
      return frequency === 0
        ? to - from
        : (Math.SQRT2 * (Math.sin(turn * to) - Math.sin(turn * from))) / turn;
    });
  });
}

function clamp(place: number): number {
  return Math.min(1, Math.max(0, place));
}
