import { type SvgNode, svg } from "../../plot/svg-node";
import { drawAxes } from "./draw-axes";
import { drawKey } from "./draw-key";
import { drawLabels } from "./draw-labels";
import { drawPoints } from "./draw-points";
import { drawTrend } from "./draw-trend";
import { type FigureView, figureLayout } from "./figure-layout";

export interface FigureWords {
  /** What the figure shows, for whoever does not see it. */
  summary: string;
  /** Titles of the axes; null on a card. */
  titles: { x: string; y: string } | null;
}

/**
 * The figure of a benchmark: original against new accuracy, y = x, the fitted line with its band, error bars, deviations by
 * colour and shape.
 * @param highlighted id of a point to be ringed and named
 * @param labels how many names at most
 * @param outlines see drawCrowd
 * @param legend whether the meaning of the marks is drawn in, as a file needs it
 */
export function drawFigure(
  view: FigureView,
  { summary, titles }: FigureWords,
  {
    highlighted = null,
    labels = 12,
    outlines,
    legend = false,
  }: { highlighted?: string | null; labels?: number; outlines?: string; legend?: boolean } = {},
): SvgNode {
  const { figure, frame } = view;
  const layout = figureLayout(view);
  const { left, right, top, bottom } = frame;
  const radius = titles ? 3.4 : 3.1;
  const inFrame = { x: left, y: top, width: right - left, height: bottom - top };
  const viewBox = `${left} ${top} ${right - left} ${bottom - top}`;
  const ringed = figure.points.find((point) => point.id === highlighted);
  return svg(
    "svg",
    {
      className: "plot",
      viewBox: `0 0 ${frame.width} ${frame.height}`,
      role: "img",
      "aria-label": summary,
    },
    drawAxes(layout, frame, titles),
    // A picture within the picture cuts off what leaves the frame.
    svg(
      "svg",
      { ...inFrame, viewBox },
      drawTrend(layout, figure.fit, frame, titles !== null),
      drawPoints(layout, figure.points, { radius, bars: titles !== null, outlines }),
      ringed
        ? svg("circle", { className: "highlighted", cx: layout.x(ringed.x), cy: layout.y(ringed.y), r: 8 })
        : null,
    ),
    titles ? drawLabels(layout, figure.points, { frame, fit: figure.fit, highlighted, most: labels }) : null,
    legend ? drawKey(figure, frame) : null,
  );
}
