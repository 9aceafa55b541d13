import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import { markRadius } from "../../plot/mark-radius";
import { px } from "../../plot/svg-node";
import type { FigureLayout } from "./figure-layout";

type Position = [x: number, y: number];

/** The kinds of points in a crowd, in the order in which they are drawn. */
export const crowdKinds = ["held", "dots", "entry"] as const;

/**
 * The outlines of the points that are not off the line, one path a kind; empty where there are none. Points within a px or two of each
 * other would cover each other and are drawn once.
 */
export function crowdPaths(
  layout: FigureLayout,
  points: readonly PlotPoint[],
): Record<(typeof crowdKinds)[number], string> {
  const crowd = points.filter((point) => !point.mark || point.held);
  const grid = crowd.length > 2000 ? 2 : 1;
  const half = px(markRadius.crowd * 1.3);
  const diamond = { above: half, outline: `l${half} ${half}-${half} ${half}-${half}-${half}z` };
  const dot = { above: 0, outline: "h0" };
  const path = (shape: typeof dot, isOfKind: (point: PlotPoint) => boolean) =>
    repeated(shape, distinctPositions(layout, crowd.filter(isOfKind), grid));
  return {
    held: path(diamond, ({ held }) => held),
    dots: path(dot, ({ kind, held }) => kind === "reference" && !held),
    entry: path(diamond, ({ kind, held }) => kind === "entry" && !held),
  };
}

/**
 * A path of one outline at every position, each relative to the one before: a third of the characters of absolute positions.
 * @param above how far above its position the outline begins, px; it ends where it begins
 */
function repeated(
  { above, outline }: { above: number; outline: string },
  positions: readonly Position[],
): string {
  let [left, top] = [0, 0];
  return positions
    .toSorted((a, b) => a[1] - b[1] || a[0] - b[0])
    .map(([x, y], i) => {
      const step = i === 0 ? `M${x} ${px(y - above)}` : `m${x - left} ${y - top}`;
      [left, top] = [x, y];
      return step + outline;
    })
    .join("");
}

function distinctPositions({ x, y }: FigureLayout, points: readonly PlotPoint[], grid: number): Position[] {
  const snapped = (place: number) => grid * Math.round(place / grid);
  const positions = points.map((point): Position => [snapped(x(point.x)), snapped(y(point.y))]);
  return [...new Map(positions.map((position) => [position.join(), position])).values()];
}
