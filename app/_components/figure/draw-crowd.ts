import type { PlotPoint } from "@/server/leaderboards/leaderboard-schema";
import type { FigureLayout } from "./figure-layout";
import { markPath } from "./mark-path";
import { svg, type SvgNode } from "./svg-node";

/** Thousands of points as one path a kind. Points within a px or two of each other would cover each other and are drawn once. */
export function drawCrowd(layout: FigureLayout, points: readonly PlotPoint[], radius: number): SvgNode {
  const grid = points.length > 2000 ? 2 : 1;
  const spots = (isWanted: (point: PlotPoint) => boolean) => spotsOf(layout, points.filter(isWanted), grid);
  const diamonds = (spots: [number, number][]) =>
    spots.map(([x, y]) => markPath("diamond", x, y, radius)).join("");
  const paths = {
    "held faint": diamonds(spots(({ held }) => held)),
    dots: spots(({ kind, held }) => kind === "reference" && !held)
      .map(([x, y]) => `M${x} ${y}h0`)
      .join(""),
    entry: diamonds(spots(({ kind, held }) => kind === "entry" && !held)),
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

function spotsOf({ x, y }: FigureLayout, points: readonly PlotPoint[], grid: number): [number, number][] {
  const at = (place: number) => grid * Math.round(place / grid);
  const spots = new Map<number, [number, number]>();
  for (const point of points) {
    const [left, top] = [at(x(point.x)), at(y(point.y))];
    if (Number.isFinite(left) && Number.isFinite(top)) spots.set(left * 100_000 + top, [left, top]);
  }
  return [...spots.values()];
}
