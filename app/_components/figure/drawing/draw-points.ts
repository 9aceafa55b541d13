import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import { markClass, markPath, markShape } from "../../plot/mark-path";
import { type SvgNode, svg } from "../../plot/svg-node";
import { drawBars } from "./draw-bars";
import { drawCrowd } from "./draw-crowd";
import type { FigureLayout } from "./figure-layout";

/** Above this many, unmarked points are drawn together, and their error bars left to a closer look. */
const crowd = 300;

/**
 * Points with error bars on both axes: held ones below, then reference models, entries, and the marked ones on top.
 * @param outlines see drawCrowd
 */
export function drawPoints(
  layout: FigureLayout,
  points: readonly PlotPoint[],
  { radius, bars, outlines }: { radius: number; bars: boolean; outlines?: string },
): SvgNode {
  const isCrowded = points.length > crowd;
  const single = isCrowded ? points.filter((point) => point.mark && !point.held) : points;
  const order = (point: PlotPoint) =>
    (point.kind === "entry" ? 2 : 0) + (point.mark ? 4 : 0) - (point.held ? 1 : 0);
  return svg(
    "g",
    {},
    isCrowded ? drawCrowd(layout, points, outlines) : null,
    ...(bars ? drawBars(layout, single.slice(0, crowd)) : []),
    ...single
      .toSorted((a, b) => order(a) - order(b))
      .slice(-crowd)
      .map((point) => drawPoint(layout, point, radius)),
  );
}

function drawPoint({ x, y }: FigureLayout, point: PlotPoint, radius: number): SvgNode {
  const d = markPath(markShape(point), x(point.x), y(point.y), radius);
  return svg("path", { className: markClass(point), d, "data-entry": point.id });
}
