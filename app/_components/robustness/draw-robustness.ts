import { metricLabel } from "@/server/evaluation/metric";
import type { Robustness, RobustnessPoint } from "@/server/leaderboards/schemas/robustness-schema";
import { counted } from "../numbers/count";
import { withMinus } from "../numbers/percent";
import { clipToFrame } from "../plot/clip-to-frame";
import { drawAxes } from "../plot/draw-axes";
import { markRadius } from "../plot/mark-radius";
import { px, type SvgNode, svg } from "../plot/svg-node";
import { tickLabel } from "../plot/tick-label";
import { drawGroupLegend, legendHeight } from "./draw-group-legend";
import { drawRobustnessLabels } from "./draw-robustness-labels";
import { type RobustnessLayout, robustnessLayout } from "./robustness-layout";
import { trainingClass, trainingMark } from "./training-mark";

/** Above this many, the models of a group that lie on the line are drawn together, as dots. */
const mostSingle = 60;
/** Those drawn one by one altogether, however many are off the line. */
const mostMarks = 300;
/** Above this many, only models off the line have their interval. */
const mostIntervals = 80;

/**
 * Effective robustness against original accuracy: each model's distance from the line, which is the horizontal at zero, coloured and
 * shaped by how it was trained.
 * @param legend whether the legend is part of the drawing, as a file needs it
 */
export function drawRobustness(
  robustness: Robustness,
  width: number,
  { legend = false }: { legend?: boolean } = {},
): SvgNode {
  const { benchmark, points, groups, testSet, metric, scale } = robustness;
  const crowded = new Set(groups.filter(({ models }) => models > mostSingle).map(({ training }) => training));
  const single = points.filter((point) => point.mark !== null || !crowded.has(point.training));
  const barred = (points.length > mostIntervals ? points.filter(({ mark }) => mark !== null) : points).slice(
    0,
    mostIntervals,
  );
  const layout = robustnessLayout(robustness, {
    width,
    shown: barred.flatMap(({ residualInterval: ends }) => (ends ? [ends.lower, ends.upper] : [])),
    above: legend ? legendHeight : 0,
  });
  const { frame } = layout;
  return svg(
    "svg",
    {
      className: "plot",
      viewBox: `0 0 ${frame.width} ${frame.height}`,
      role: "img",
      "aria-label": `${benchmark.name}: distance from the line on ${testSet} (${metricLabel(metric)}, judged on the ${scale} scale) against original accuracy of ${counted(points.length, "model")}. The table below sums it up by training.`,
    },
    drawAxes(frame, {
      x: {
        title: `Original accuracy, ${metricLabel(metric)} (%)`,
        ticks: layout.ticks.x.map((tick) => ({ at: layout.x(tick), label: tickLabel(tick), line: "grid" })),
      },
      y: {
        title: "Distance from the line (points)",
        ticks: layout.ticks.y.map((tick) => ({
          at: layout.y(tick),
          label: tick > 0 ? `+${tickLabel(tick)}` : withMinus(tickLabel(tick)),
          line: tick === 0 ? "zero" : "grid",
        })),
      },
    }),
    clipToFrame(
      frame,
      ...[...crowded].map((training) => drawDots(layout, points, training)),
      svg("g", {}, ...barred.map((point) => drawInterval(layout, point))),
      svg("g", {}, ...single.slice(-mostMarks).map((point) => drawPoint(layout, point))),
    ),
    drawRobustnessLabels(layout, points),
    legend ? drawGroupLegend(groups, frame) : null,
  );
}

/** One path for a whole group: a mark each would make a page of megabytes. */
function drawDots(
  { x, y }: RobustnessLayout,
  points: readonly RobustnessPoint[],
  training: RobustnessPoint["training"],
): SvgNode {
  const places = points
    .filter((point) => point.training === training && point.mark === null)
    .map((point) => `M${Math.round(x(point.x))} ${Math.round(y(point.residual))}h0`);
  return svg("path", {
    className: `dots ${trainingClass(training)}`,
    strokeWidth: 2 * markRadius.crowd,
    d: [...new Set(places)].join(""),
  });
}

function drawInterval({ x, y }: RobustnessLayout, point: RobustnessPoint): SvgNode | null {
  const interval = point.residualInterval;
  return (
    interval &&
    svg("path", {
      className: `error ${trainingClass(point.training)}`,
      d: `M${px(x(point.x))} ${px(y(interval.lower))}V${px(y(interval.upper))}`,
    })
  );
}

function drawPoint({ x, y }: RobustnessLayout, point: RobustnessPoint): SvgNode {
  const transform = `translate(${px(x(point.x))} ${px(y(point.residual))})`;
  const mark = trainingMark(point, markRadius.figure);
  return svg("path", { ...mark, transform, "data-entry": point.id }, svg("title", {}, point.name));
}
