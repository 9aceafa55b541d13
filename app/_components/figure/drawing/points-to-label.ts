import { extent, greatest, least, range } from "d3-array";
import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";

const spreadOver = 5;

/**
 * The points that deserve a label, at most `limit`, most important first: the highlighted one, those off the line, the best entry, the best
 * on either axis, the weakest, then a few spread over the original accuracies, entries before others.
 */
export function pointsToLabel(
  points: readonly PlotPoint[],
  { highlighted, limit }: { highlighted: string | null; limit: number },
): PlotPoint[] {
  const measured = points.filter((point) => !point.held);
  const entries = measured.filter((point) => point.kind === "entry");
  const candidates = [
    points.find((point) => point.id === highlighted),
    ...measured.filter((point) => point.mark).toSorted((a, b) => a.x - b.x),
    greatest(entries, (point) => point.y),
    greatest(measured, (point) => point.y),
    greatest(measured, (point) => point.x),
    least(measured, (point) => point.x),
    ...spread(entries),
    ...spread(measured),
  ];
  return [...new Set(candidates.filter((point) => point !== undefined))].slice(0, limit);
}

/** The points nearest to values evenly spread over the original accuracies. */
function spread(points: readonly PlotPoint[]): (PlotPoint | undefined)[] {
  const [low = 0, high = 0] = extent(points, (point) => point.x);
  return range(1, spreadOver + 1).map((i) => {
    const value = low + (i * (high - low)) / (spreadOver + 1);
    return least(points, (point) => Math.abs(point.x - value));
  });
}
