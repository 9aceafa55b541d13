import { type Canvas, type Colour, makeCanvas, paint, side } from "./canvas";
import { contrastingColour } from "./contrasting-colour";
import { nuisance } from "./nuisance";
import { paintBackground } from "./paint-background";
import { paintClutter } from "./paint-clutter";
import { type Placement, paintShape } from "./paint-shape";
import type { ShapesClass } from "./shapes-classes";

/**
 * Draws one image of a shape: uint8 `[32, 32, 3]`, row by row. Place, size, turn, colours, background, clutter, a bar across and
 * noise come from `random` (uniform in [0, 1)); the smaller `skew`, the harder the image (see nuisance.ts).
 */
export function drawImage(shape: ShapesClass, skew: number, random: () => number): Uint8Array {
  const draw = (kind: keyof typeof nuisance): number => {
    const [easiest, hardest] = nuisance[kind];
    return easiest + (hardest - easiest) * random() ** skew;
  };
  const base: Colour = [0.2 + 0.6 * random(), 0.2 + 0.6 * random(), 0.2 + 0.6 * random()];
  const canvas = makeCanvas();
  paintBackground(canvas, base, { gradient: draw("gradient"), texture: draw("texture") }, random);
  paintClutter(canvas, base, Math.round(draw("clutter")), random);
  const signed = (kind: keyof typeof nuisance) => (random() < 0.5 ? -1 : 1) * draw(kind);
  const placement = {
    x: side / 2 + signed("shift"),
    y: side / 2 + signed("shift"),
    radius: draw("radius"),
    angle: signed("rotation"),
    stretch: Math.exp(signed("stretch")),
  };
  paintShape(canvas, contrastingColour(base, draw("contrast"), random), shape, placement);
  paintBar(canvas, base, placement, draw("bar"), random);
  return toPixels(canvas, draw("noise"), random);
}

function paintBar(
  canvas: Canvas,
  base: Colour,
  over: Placement,
  halfWidth: number,
  random: () => number,
): void {
  const angle = Math.PI * random();
  const offset = (2 * random() - 1) * over.radius * 0.7;
  const colour = contrastingColour(base, 0.4 * random(), random);
  if (halfWidth < 0) return;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const everywhere = { x: 0, y: 0, reach: 2 * side };
  const distance = (x: number, y: number) => Math.abs((x - over.x) * cos + (y - over.y) * sin - offset);
  paint(canvas, colour, everywhere, (x, y) => distance(x, y) - halfWidth);
}

function toPixels(canvas: Canvas, noise: number, random: () => number): Uint8Array {
  // A centred sum of two uniform numbers times sqrt(6) has standard deviation 1: close enough to normal, and quick.
  const amplitude = noise * Math.sqrt(6);
  const pixels = new Uint8Array(canvas.length);
  for (let i = 0; i < canvas.length; i++) {
    const noisy = canvas[i]! + amplitude * (random() + random() - 1);
    pixels[i] = Math.round(255 * Math.max(0, Math.min(1, noisy)));
  }
  return pixels;
}
