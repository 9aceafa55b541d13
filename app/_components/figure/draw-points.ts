import type { PlotPoint } from "@/server/leaderboards/leaderboard-schema";
import type { FigureLayout } from "./figure-layout";
import { markClass, markPath, markShape } from "./mark-path";
import { px, svg, type SvgNode } from "./svg-node";

/** Above this many, unmarked points are drawn as one path, and their error bars left to a closer look. */
const crowd = 300;

/** Points that lie inside the frame, with error bars on both axes; the marked ones come last, on top. */
export function drawPoints(
  layout: FigureLayout,
  points: readonly PlotPoint[],
  { radius, bars }: { radius: number; bars: boolean },
): SvgNode {
  const crowded = points.length > crowd;
  const single = crowded ? points.filter((point) => point.mark || point.held) : points;
  const plain = crowded ? points.filter((point) => !point.mark && !point.held) : [];
  const order = (point: PlotPoint) => (point.kind === "entry" ? 1 : 0) + (point.mark ? 2 : 0);
  return svg(
    "g",
    {},
    drawCrowd(layout, plain, radius),
    ...(bars ? drawBars(layout, single.slice(0, 2 * crowd)) : []),
    ...single
      .toSorted((a, b) => order(a) - order(b))
      .slice(-2 * crowd)
      .map((point) => drawPoint(layout, point, radius)),
  );
}

function drawPoint({ x, y }: FigureLayout, point: PlotPoint, radius: number): SvgNode {
  const d = markPath(markShape(point), x(point.x), y(point.y), radius);
  return svg("path", { className: markClass(point), d, "data-entry": point.id });
}

function drawBars({ x, y }: FigureLayout, points: readonly PlotPoint[]): SvgNode[] {
  const byClass = new Map<string, string>();
  for (const point of points) {
    const [left, right] = [point.xInterval?.lower ?? point.x, point.xInterval?.upper ?? point.x];
    const across = `M${px(x(left))} ${px(y(point.y))}H${px(x(right))}`;
    const bar = point.yInterval && !point.held ? point.yInterval : null;
    const upright = bar ? `M${px(x(point.x))} ${px(y(bar.lower))}V${px(y(bar.upper))}` : "";
    const name = point.held ? "error entry" : `error ${point.mark ? `is-${point.mark}` : point.kind}`;
    byClass.set(name, `${byClass.get(name) ?? ""}${across}${upright}`);
  }
  return [...byClass].map(([className, d]) => svg("path", { className, d }));
}

/** Thousands of points as one path each of reference models and entries: points that fall on the same spot are drawn once. */
function drawCrowd({ x, y }: FigureLayout, points: readonly PlotPoint[], radius: number): SvgNode {
  const spots = (kind: PlotPoint["kind"]) => {
    const own = points.filter((point) => point.kind === kind);
    return [...new Set(own.map((point) => `${Math.round(x(point.x))} ${Math.round(y(point.y))}`))];
  };
  const small = Math.max(1.5, radius - 1);
  const dots = spots("reference").map((spot) => `M${spot}h0`);
  const diamonds = spots("entry").map((spot) => {
    const [left, top] = spot.split(" ").map(Number) as [number, number];
    return markPath("diamond", left, top, small);
  });
  return svg(
    "g",
    {},
    dots.length > 0 ? svg("path", { className: "dots", d: dots.join(""), strokeWidth: 2 * small }) : null,
    diamonds.length > 0 ? svg("path", { className: "entry", d: diamonds.join("") }) : null,
  );
}
