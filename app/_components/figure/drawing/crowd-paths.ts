import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import { px } from "../../plot/svg-node";
import type { FigureLayout } from "./figure-layout";

type Spot = [x: number, y: number];

/** The kinds of points that are not marked, in the order in which they are drawn. */
export const crowdKinds = ["held", "dots", "entry"] as const;

/** The size of a point in a crowd, px. */
export const crowdRadius = 2.3;

/**
 * The outlines of the points that are not marked, one path a kind; empty where there are none. Points within a px or two of each
 * other would cover each other and are drawn once.
 */
export function crowdPaths(
  layout: FigureLayout,
  points: readonly PlotPoint[],
): Record<(typeof crowdKinds)[number], string> {
  const together = points.filter((point) => !point.mark || point.held);
  const grid = together.length > 2000 ? 2 : 1;
  const half = px(crowdRadius * 1.3);
  const diamond = { above: half, outline: `l${half} ${half}-${half} ${half}-${half}-${half}z` };
  const dot = { above: 0, outline: "h0" };
  const path = (shape: typeof dot, isWanted: (point: PlotPoint) => boolean) =>
    repeated(shape, spotsOf(layout, together.filter(isWanted), grid));
  return {
    held: path(diamond, ({ held }) => held),
    dots: path(dot, ({ kind, held }) => kind === "reference" && !held),
    entry: path(diamond, ({ kind, held }) => kind === "entry" && !held),
  };
}

/**
 * A path of one outline at every spot, each a step from the one before: a third of the letters of absolute places.
 * @param above how far above its spot the outline begins, px; it ends where it begins
 */
function repeated({ above, outline }: { above: number; outline: string }, spots: Spot[]): string {
  let [left, top] = [0, 0];
  return spots
    .toSorted((a, b) => a[1] - b[1] || a[0] - b[0])
    .map(([x, y], i) => {
      const step = i === 0 ? `M${x} ${px(y - above)}` : `m${x - left} ${y - top}`;
      [left, top] = [x, y];
      return step + outline;
    })
    .join("");
}

function spotsOf({ x, y }: FigureLayout, points: readonly PlotPoint[], grid: number): Spot[] {
  const at = (place: number) => grid * Math.round(place / grid);
  const spots = new Map<number, Spot>();
  for (const point of points) {
    const [left, top] = [at(x(point.x)), at(y(point.y))];
    if (Number.isFinite(left) && Number.isFinite(top)) spots.set(left * 100_000 + top, [left, top]);
  }
  return [...spots.values()];
}
