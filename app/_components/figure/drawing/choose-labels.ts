import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";

const along = 5;

/**
 * The points that a reader asks for by name, most wanted first: the one in hand, what is off the line, the best entry, the best
 * on either axis, the weakest, then a few spread along the original accuracy, entries before others; `most` of them.
 */
export function chooseLabels(
  points: readonly PlotPoint[],
  { highlighted, most }: { highlighted: string | null; most: number },
): PlotPoint[] {
  const open = points.filter((point) => !point.held);
  const entries = open.filter((point) => point.kind === "entry");
  const wanted = [
    points.find((point) => point.id === highlighted),
    ...open.filter((point) => point.mark).toSorted((a, b) => a.x - b.x),
    best(entries, (point) => point.y),
    best(open, (point) => point.y),
    best(open, (point) => point.x),
    best(open, (point) => -point.x),
    ...spread(entries),
    ...spread(open),
  ];
  return [...new Set(wanted.filter((point) => point !== undefined))].slice(0, most);
}

function best(points: readonly PlotPoint[], worth: (point: PlotPoint) => number): PlotPoint | undefined {
  let found: PlotPoint | undefined;
  for (const point of points) if (!found || worth(point) > worth(found)) found = point;
  return found;
}

/** The points nearest to places evenly spread over the original accuracies. */
function spread(points: readonly PlotPoint[]): (PlotPoint | undefined)[] {
  const low = best(points, (point) => -point.x)?.x ?? 0;
  const high = best(points, (point) => point.x)?.x ?? 0;
  return Array.from({ length: along }, (_, i) => {
    const place = low + ((i + 1) * (high - low)) / (along + 1);
    return best(points, (point) => -Math.abs(point.x - place));
  });
}
