import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import { pointMark } from "../../plot/point-mark";
import { px, type SvgNode, svg } from "../../plot/svg-node";
import { drawCrowd } from "./draw-crowd";
import { drawErrorBars } from "./draw-error-bars";
import type { FigureLayout } from "./figure-layout";

/** Above this many, points on the line are drawn together and without error bars, which a zoom brings back. */
const crowd = 300;

/**
 * Points with error bars on both axes: held ones at the bottom, then reference models, entries, and those off the line on top.
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
    ...(bars ? drawErrorBars(layout, single.slice(0, crowd)) : []),
    ...single
      .toSorted((a, b) => order(a) - order(b))
      .slice(-crowd)
      .map((point) => drawPoint(layout, point, radius)),
  );
}

function drawPoint({ x, y }: FigureLayout, point: PlotPoint, radius: number): SvgNode {
  const transform = `translate(${px(x(point.x))} ${px(y(point.y))})`;
  return svg("path", { ...pointMark(point, radius), transform, "data-entry": point.id });
}
