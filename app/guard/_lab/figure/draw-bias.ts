import { withMinus } from "@/app/_components/numbers/percent";
import { drawAxes } from "@/app/_components/plot/draw-axes";
import type { Frame } from "@/app/_components/plot/frame";
import { px, type SvgNode, svg } from "@/app/_components/plot/svg-node";
import { type BiasCurve, type BiasLayout, biasLayout } from "./bias-layout";
import { curvePaths } from "./curve-paths";
import { dodge } from "./dodge";

const lineHeight = 16;

/**
 * The lab's figure: bias in points against submissions, a band of one standard deviation around each curve, its name and last value
 * at its end.
 * @param highlighted the key of a curve to be set off
 */
export function drawBias(
  curves: readonly BiasCurve[],
  {
    frame,
    submissions,
    summary,
    highlighted,
  }: { frame: Frame; submissions: number; summary: string; highlighted: string | null },
): SvgNode {
  const layout = biasLayout(curves, submissions, frame);
  const drawn = curves.filter(({ bias }) => bias.length > 0);
  const paths = drawn.map((curve) => ({ ...curve, ...curvePaths(curve.bias, layout) }));
  const classOf = (name: string, key: string) => (key === highlighted ? `${name} is-highlighted` : name);
  return svg(
    "svg",
    {
      className: highlighted ? "plot bias has-highlighted" : "plot bias",
      viewBox: `0 0 ${frame.width} ${frame.height}`,
      role: "img",
      "aria-label": summary,
    },
    drawBiasAxes(layout, frame),
    ...paths.map(({ key, band }) => svg("path", { className: classOf("band", key), d: band })),
    ...paths.map(({ key, line }) => svg("path", { className: classOf(`curve of-${key}`, key), d: line })),
    ...drawCurveLabels(drawn, layout, frame, classOf),
  );
}

function drawBiasAxes({ x, y, ticks }: BiasLayout, frame: Frame): SvgNode {
  return drawAxes(frame, {
    x: {
      title: "Submissions of each team",
      ticks: ticks.x.map((tick) => ({ at: x(tick), label: tick.toLocaleString("en") })),
    },
    y: {
      title: "Bias, in points",
      ticks: ticks.y.map((tick) => ({
        at: y(tick),
        label: withMinus(String(tick)),
        line: tick === 0 ? "zero" : "grid",
      })),
    },
  });
}

function drawCurveLabels(
  curves: readonly BiasCurve[],
  layout: BiasLayout,
  frame: Frame,
  classOf: (name: string, key: string) => string,
): SvgNode[] {
  const last = curves.map(({ bias }) => 100 * bias.at(-1)!.mean);
  const ends = last.map((points) => layout.y(points));
  const places = dodge(ends, { gap: lineHeight, low: frame.top + 4, high: frame.bottom - 2 });
  return curves.flatMap(({ key, name }, i) => [
    svg("line", {
      className: classOf("leader", key),
      x1: frame.right + 1,
      y1: px(ends[i]!),
      x2: frame.right + 8,
      y2: px(places[i]!),
    }),
    svg(
      "text",
      { className: classOf(`label of-${key}`, key), x: frame.right + 11, y: px(places[i]! + 4) },
      `${name} ${withMinus(last[i]!.toFixed(1))}`,
    ),
  ]);
}
