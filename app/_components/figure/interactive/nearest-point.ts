import { least } from "d3-array";
import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import type { Projection } from "../../plot/projection";

/** The point nearest to a position (px), if one lies within `reach` px. */
export function nearestPoint(
  points: readonly PlotPoint[],
  { x, y }: Projection,
  position: { x: number; y: number },
  reach = 24,
): PlotPoint | null {
  const distance = (point: PlotPoint) => Math.hypot(x(point.x) - position.x, y(point.y) - position.y);
  const nearest = least(points, distance);
  return nearest && distance(nearest) < reach ? nearest : null;
}
