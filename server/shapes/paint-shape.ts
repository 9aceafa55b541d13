import { type Canvas, type Colour, paint } from "./canvas";
import { shapeDistance } from "./shape-distance";
import type { ShapesClass } from "./shapes-classes";

/** Where a shape lies: centre and radius in pixels, angle in radians, `stretch` its height divided by its width. */
export type Placement = { x: number; y: number; radius: number; angle: number; stretch: number };

/** Paints a shape in one colour, upright where the angle is 0. */
export function paintShape(canvas: Canvas, colour: Colour, shape: ShapesClass, placement: Placement): void {
  const cos = Math.cos(placement.angle);
  const sin = Math.sin(placement.angle);
  const wide = Math.sqrt(placement.stretch);
  // A shape fills the unit disc; a corner of the square lies a tenth beyond.
  const reach = 1.15 * placement.radius * Math.max(wide, 1 / wide) + 1;
  paint(canvas, colour, { x: placement.x, y: placement.y, reach }, (px, py) => {
    const x = (px - placement.x) / placement.radius;
    const y = (placement.y - py) / placement.radius;
    return placement.radius * shapeDistance(shape, (cos * x + sin * y) * wide, (cos * y - sin * x) / wide);
  });
}
