import { polygonDistance } from "./polygon-distance";
import type { ShapesClass } from "./shapes-classes";

type Distance = (x: number, y: number) => number;

const polygon = (corners: number[]): Distance => {
  const points = Float64Array.from(corners);
  return (x, y) => polygonDistance(points, x, y);
};

const around = (count: number, radius: (i: number) => number): number[] =>
  Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count;
    return [radius(i) * Math.sin(angle), radius(i) * Math.cos(angle)];
  }).flat();

const heart = Array.from({ length: 28 }, (_, i) => {
  const t = (2 * Math.PI * i) / 28;
  const height = 13 * Math.cos(t) - 5 * Math.cos(2 * t) - 2 * Math.cos(3 * t) - Math.cos(4 * t);
  return [Math.sin(t) ** 3, (height + 2.5) / 17];
}).flat();

const spiralTurns = 2.1;
const spiral: Distance = (x, y) => {
  const radius = Math.hypot(x, y);
  const turn = (Math.atan2(y, x) / (2 * Math.PI) + 1) % 1;
  const pitch = 0.92 / spiralTurns;
  let nearest = Math.min(
    radius,
    Math.hypot(x - 0.92 * Math.cos(0.2 * Math.PI), y - 0.92 * Math.sin(0.2 * Math.PI)),
  );
  for (let t = turn; t <= spiralTurns; t += 1) nearest = Math.min(nearest, Math.abs(radius - pitch * t));
  return nearest - 0.11;
};

const distances: Record<ShapesClass, Distance> = {
  circle: (x, y) => Math.hypot(x, y) - 0.85,
  square: polygon([-0.78, -0.78, 0.78, -0.78, 0.78, 0.78, -0.78, 0.78]),
  triangle: polygon(around(3, () => 1)),
  star: polygon(around(10, (i) => (i % 2 === 0 ? 1 : 0.42))),
  cross: polygon(
    [
      [-0.3, -0.95, 0.3, -0.95, 0.3, -0.3, 0.95, -0.3, 0.95, 0.3, 0.3, 0.3],
      [0.3, 0.95, -0.3, 0.95, -0.3, 0.3, -0.95, 0.3, -0.95, -0.3, -0.3, -0.3],
    ].flat(),
  ),
  ring: (x, y) => Math.abs(Math.hypot(x, y) - 0.7) - 0.2,
  heart: polygon(heart),
  crescent: (x, y) => Math.max(Math.hypot(x + 0.1, y) - 0.95, 0.75 - Math.hypot(x - 0.4, y)),
  arrow: polygon([-0.2, -0.95, 0.2, -0.95, 0.2, 0.1, 0.7, 0.1, 0, 1, -0.7, 0.1, -0.2, 0.1]),
  spiral,
};

/**
 * Distance from a point to the outline of a shape that fills the unit disc, y upwards; negative inside.
 * Exact for polygons, circle and ring; a bound, tight near the outline, for crescent and spiral.
 */
export function shapeDistance(shape: ShapesClass, x: number, y: number): number {
  return distances[shape](x, y);
}
