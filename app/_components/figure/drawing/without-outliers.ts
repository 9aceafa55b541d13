import { quantile } from "d3-array";
import { type ScaleName, scales } from "@/server/statistics/scale";

/** Points further from the middle half than this many times its width do not stretch the axes. */
const farthest = 6;
const fewest = 20;

/**
 * The points that set the domains: all of them, unless a few of many lie so far out, on either axis, that the rest would be crowded into a
 * corner. Accuracies are fractions, distances those of the scale.
 */
export function withoutOutliers<P extends { x: number; y: number }>(
  points: readonly P[],
  scale: ScaleName,
): readonly P[] {
  if (points.length < fewest) return points;
  const isNear = (axis: "x" | "y") =>
    nearness(
      points.map((point) => point[axis]),
      scale,
    );
  const near = { x: isNear("x"), y: isNear("y") };
  return points.filter((point) => near.x(point.x) && near.y(point.y));
}

function nearness(values: readonly number[], scale: ScaleName): (value: number) => boolean {
  const { forward } = scales[scale];
  const finite = values.map(forward).filter(Number.isFinite);
  const [lower, upper] = [quantile(finite, 0.25) ?? 0, quantile(finite, 0.75) ?? 0];
  const reach = farthest * (upper - lower);
  if (reach === 0) return () => true;
  return (value) => forward(value) >= lower - reach && forward(value) <= upper + reach;
}
