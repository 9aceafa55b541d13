import { type Canvas, type Colour, side } from "./canvas";

/** How far a gradient and a striped texture shift the background's colour. */
export type Strengths = { gradient: number; texture: number };

/** Fills the canvas with `base`, a slow gradient across it and stripes, each in a direction of its own. */
export function paintBackground(
  canvas: Canvas,
  base: Colour,
  strengths: Strengths,
  random: () => number,
): void {
  const gradient = wave(strengths.gradient, [0.02, 0.03], random);
  const texture = wave(strengths.texture, [0.08, 0.3], random);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const at = (y * side + x) * 3;
      const slow = Math.sin(gradient.x * x + gradient.y * y + gradient.phase);
      const fast = Math.sin(texture.x * x + texture.y * y + texture.phase);
      for (let c = 0; c < 3; c++) {
        const shade = slow * gradient.colour[c]! + fast * texture.colour[c]!;
        canvas[at + c] = base[c]! + shade;
      }
    }
  }
}

function wave(strength: number, [slowest, fastest]: [number, number], random: () => number) {
  const angular = 2 * Math.PI * (slowest + (fastest - slowest) * random());
  const direction = 2 * Math.PI * random();
  return {
    x: angular * Math.cos(direction),
    y: angular * Math.sin(direction),
    phase: 2 * Math.PI * random(),
    colour: [strength * random(), strength * random(), strength * random()],
  };
}
