import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import type { FigureLayout } from "../drawing/figure-layout";

/** The point nearest to a place (px), if one lies within `reach` px. */
export function nearestPoint(
  points: readonly PlotPoint[],
  layout: FigureLayout,
  place: { x: number; y: number },
  reach = 24,
): PlotPoint | null {
  let best: PlotPoint | null = null;
  let least = reach;
  for (const point of points) {
    const distance = Math.hypot(layout.x(point.x) - place.x, layout.y(point.y) - place.y);
    if (distance < least) [best, least] = [point, distance];
  }
  return best;
}
