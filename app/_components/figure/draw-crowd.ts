import type { PlotPoint } from "@/server/leaderboards/leaderboard-schema";
import type { FigureLayout } from "./figure-layout";
import { px, svg, type SvgNode } from "./svg-node";

type Spot = [x: number, y: number];

/** Thousands of points as one path a kind. Points within a px or two of each other would cover each other and are drawn once. */
export function drawCrowd(layout: FigureLayout, points: readonly PlotPoint[], radius: number): SvgNode {
  const grid = points.length > 2000 ? 2 : 1;
  const spots = (isWanted: (point: PlotPoint) => boolean) => spotsOf(layout, points.filter(isWanted), grid);
  const half = px(radius * 1.3);
  const diamond = { above: half, outline: `l${half} ${half}-${half} ${half}-${half}-${half}z` };
  const dot = { above: 0, outline: "h0" };
  const paths = {
    "held faint": repeated(
      diamond,
      spots(({ held }) => held),
    ),
    dots: repeated(
      dot,
      spots(({ kind, held }) => kind === "reference" && !held),
    ),
    entry: repeated(
      diamond,
      spots(({ kind, held }) => kind === "entry" && !held),
    ),
  };
  const drawn = Object.entries(paths).filter(([, d]) => d !== "");
  return svg(
    "g",
    {},
    ...drawn.map(([className, d]) => svg("path", { className, d, strokeWidth: strokeOf(className) })),
  );

  function strokeOf(className: string) {
    return className === "dots" ? 2 * radius : undefined;
  }
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
