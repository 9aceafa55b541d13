import type { Colour } from "./canvas";

/** A colour whose largest difference from `base` in any channel is `contrast`, the signs drawn at random; 0 to 1. */
export function contrastingColour(base: Colour, contrast: number, random: () => number): Colour {
  const direction = [2 * random() - 1, 2 * random() - 1, 2 * random() - 1];
  const largest = Math.max(...direction.map(Math.abs), 1e-6);
  const shifted = base.map((value, c) => {
    const step = (contrast * direction[c]!) / largest;
    return value + step < 0 || value + step > 1 ? value - step : value + step;
  });
  return shifted.map((value) => Math.max(0, Math.min(1, value))) as unknown as Colour;
}
