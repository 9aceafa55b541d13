import { clipToFrame } from "../../plot/clip-to-frame";
import { drawAxes } from "../../plot/draw-axes";
import { markRadius } from "../../plot/mark-radius";
import { type SvgNode, svg } from "../../plot/svg-node";
import { tickLabel } from "../../plot/tick-label";
import { drawLabels } from "./draw-labels";
import { drawLegend } from "./draw-legend";
import { drawPoints } from "./draw-points";
import { drawTrend } from "./draw-trend";
import { type FigureView, figureLayout } from "./figure-layout";
import { labelLimit } from "./label-limit";

export interface FigureWords {
  /** What the figure shows, for whoever does not see it. */
  summary: string;
  /** Titles of the axes; null on a card. */
  titles: { x: string; y: string } | null;
}

/**
 * The figure of a benchmark: new against original accuracy, y = x, the fitted line with its band, error bars, and deviations by
 * colour and shape.
 * @param highlighted id of a point to be ringed and labelled
 * @param outlines see drawCrowd
 * @param legend whether the legend is part of the drawing, as a file needs it
 */
export function drawFigure(
  view: FigureView,
  { summary, titles }: FigureWords,
  {
    highlighted = null,
    outlines,
    legend = false,
  }: { highlighted?: string | null; outlines?: string; legend?: boolean } = {},
): SvgNode {
  const { figure, frame } = view;
  const { points, fit } = figure;
  const layout = figureLayout(view);
  const { x, y } = layout;
  const isCard = titles === null;
  const radius = isCard ? markRadius.card : markRadius.figure;
  const ringed = points.find((point) => point.id === highlighted);
  const axis = (name: "x" | "y") => ({
    title: titles?.[name],
    ticks: layout.ticks[name].map((tick) => ({
      at: layout[name](tick),
      label: tickLabel(tick),
      line: "grid" as const,
    })),
  });
  return svg(
    "svg",
    {
      className: "plot",
      viewBox: `0 0 ${frame.width} ${frame.height}`,
      role: "img",
      "aria-label": summary,
    },
    drawAxes(frame, { x: axis("x"), y: axis("y") }),
    clipToFrame(
      frame,
      drawTrend(layout, fit, frame, !isCard),
      drawPoints(layout, points, { radius, bars: !isCard, outlines }),
      ringed
        ? svg("circle", { className: "highlighted", cx: x(ringed.x), cy: y(ringed.y), r: markRadius.ring })
        : null,
    ),
    isCard ? null : drawLabels(layout, points, { frame, fit, highlighted, limit: labelLimit(frame, false) }),
    legend ? drawLegend(figure, frame) : null,
  );
}
