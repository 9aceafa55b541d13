import { type Canvas, type Colour, paint, side } from "./canvas";
import { contrastingColour } from "./contrasting-colour";

/** Paints `count` thin strokes and small blobs anywhere on the canvas. */
export function paintClutter(canvas: Canvas, base: Colour, count: number, random: () => number): void {
  for (let i = 0; i < count; i++) {
    const colour = contrastingColour(base, 0.15 + 0.35 * random(), random);
    const x = side * random();
    const y = side * random();
    if (random() < 0.4) {
      const radius = 1 + 2 * random();
      const around = { x, y, reach: radius + 1 };
      paint(canvas, colour, around, (px, py) => Math.hypot(px - x, py - y) - radius);
    } else {
      const direction = 2 * Math.PI * random();
      const length = 4 + 10 * random();
      const halfWidth = 0.5 + 0.5 * random();
      const around = { x, y, reach: length + halfWidth + 1 };
      paint(canvas, colour, around, stroke(x, y, direction, length, halfWidth));
    }
  }
}

function stroke(x: number, y: number, direction: number, length: number, halfWidth: number) {
  const cos = Math.cos(direction);
  const sin = Math.sin(direction);
  return (px: number, py: number): number => {
    const along = Math.max(0, Math.min(length, (px - x) * cos + (py - y) * sin));
    return Math.hypot(px - x - along * cos, py - y - along * sin) - halfWidth;
  };
}
