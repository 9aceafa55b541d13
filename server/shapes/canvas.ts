/** Width and height of every image, in pixels. */
export const side = 32;

export type Colour = readonly [number, number, number];
export type Canvas = Float64Array;

/** A black canvas: `[32, 32, 3]`, row by row, 0 to 1. */
export function makeCanvas(): Canvas {
  return new Float64Array(side * side * 3);
}

/** What may be painted at all: pixels whose centre is at most `reach` from (x, y). */
export type Surroundings = { x: number; y: number; reach: number };

/**
 * Paints where `distance` (pixels, at a pixel's centre) is negative, with an edge one pixel soft. Outside its surroundings nothing is
 * looked at: most shapes cover little of the canvas.
 */
export function paint(
  canvas: Canvas,
  colour: Colour,
  { x, y, reach }: Surroundings,
  distance: (x: number, y: number) => number,
): void {
  const first = (centre: number) => Math.max(0, Math.floor(centre - reach - 0.5));
  const end = (centre: number) => Math.min(side, Math.ceil(centre + reach + 0.5));
  const [left, right, bottom] = [first(x), end(x), end(y)];
  for (let row = first(y); row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const cover = Math.min(1, 0.5 - distance(column + 0.5, row + 0.5));
      if (cover <= 0) continue;
      const at = (row * side + column) * 3;
      for (let c = 0; c < 3; c++) {
        const under = canvas[at + c]!;
        canvas[at + c] = under + cover * (colour[c]! - under);
      }
    }
  }
}
