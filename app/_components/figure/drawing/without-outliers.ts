import { type ScaleName, scales } from "@/server/statistics/scale";

/** Points further from the middle half than this many times its width do not stretch the frame. */
const farthest = 6;
const fewest = 20;

/**
 * The points that a frame is made for: all of them, unless a few of many lie so far out, on either axis, that the rest would be
 * crowded into a corner. Accuracies are fractions, distances those of the scale.
 */
export function withoutOutliers<P extends { x: number; y: number }>(
  points: readonly P[],
  scale: ScaleName,
): readonly P[] {
  if (points.length < fewest) return points;
  const isNear = {
    x: nearness(
      points.map((point) => point.x),
      scale,
    ),
    y: nearness(
      points.map((point) => point.y),
      scale,
    ),
  };
  return points.filter((point) => isNear.x(point.x) && isNear.y(point.y));
}

function nearness(values: readonly number[], scale: ScaleName): (value: number) => boolean {
  const { forward } = scales[scale];
  const places = Float64Array.from(values.map(forward).filter(Number.isFinite)).sort();
  const at = (share: number) => places[Math.round(share * (places.length - 1))] ?? 0;
  const [lower, upper] = [at(0.25), at(0.75)];
  const reach = farthest * (upper - lower);
  if (reach === 0) return () => true;
  return (value) => forward(value) >= lower - reach && forward(value) <= upper + reach;
}
