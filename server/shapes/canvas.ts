/** Width and height of every image, in pixels. */
export const side = 32;

export type Colour = readonly [number, number, number];
export type Canvas = Float64Array;

/** A black canvas: `[32, 32, 3]`, row by row, 0 to 1. */
export function makeCanvas(): Canvas {
  return new Float64Array(side * side * 3);
}

/** Paints where `distance` (pixels, at a pixel's centre) is negative, with an edge one pixel soft. */
export function paint(canvas: Canvas, colour: Colour, distance: (x: number, y: number) => number): void {
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const cover = Math.min(1, 0.5 - distance(x + 0.5, y + 0.5));
      if (cover <= 0) continue;
      const at = (y * side + x) * 3;
      for (let c = 0; c < 3; c++) {
        const under = canvas[at + c]!;
        canvas[at + c] = under + cover * (colour[c]! - under);
      }
    }
  }
}
