import type { PlotPoint } from "@/server/leaderboards/leaderboard-schema";

/**
 * The points that a reader asks for by name, most wanted first: the one in hand, what is off the line, the best and the weakest
 * on either axis, the best entry, then a few spread along the original accuracy; `most` of them.
 */
export function chooseLabels(
  points: readonly PlotPoint[],
  { lit, most }: { lit: string | null; most: number },
): PlotPoint[] {
  const open = points.filter((point) => !point.held);
  const byX = open.toSorted((a, b) => a.x - b.x);
  const byY = open.toSorted((a, b) => a.y - b.y);
  const spread = Array.from({ length: 5 }, (_, i) => byX[Math.round(((i + 1) * (byX.length - 1)) / 6)]);
  const wanted = [
    ...points.filter((point) => point.id === lit),
    ...open.filter((point) => point.mark).toSorted((a, b) => a.x - b.x),
    byY.at(-1),
    byX.at(-1),
    byY.findLast((point) => point.kind === "entry"),
    byX[0],
    ...spread,
  ];
  return [...new Set(wanted.filter((point) => point !== undefined))].slice(0, most);
}
