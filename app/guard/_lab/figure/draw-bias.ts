import { withMinus } from "@/app/_components/numbers/percent";
import type { Frame } from "@/app/_components/plot/frame";
import { px, type SvgNode, svg } from "@/app/_components/plot/svg-node";
import { type BiasCurve, type BiasLayout, biasLayout } from "./bias-layout";
import { curvePaths } from "./curve-paths";
import { spreadApart } from "./spread-apart";

const betweenNames = 16;

/**
 * The lab's figure: bias in points against submissions, a band of one standard deviation around each curve, its name and last number
 * where it ends.
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
  const known = curves.filter(({ bias }) => bias.length > 0);
  const paths = known.map((curve) => ({ ...curve, ...curvePaths(curve.bias, layout) }));
  return svg(
    "svg",
    {
      className: highlighted ? "plot bias has-highlighted" : "plot bias",
      viewBox: `0 0 ${frame.width} ${frame.height}`,
      role: "img",
      "aria-label": summary,
    },
    drawBiasAxes(layout, frame),
    ...paths.map(({ key, band }) =>
      svg("path", { className: `band${key === highlighted ? " is-highlighted" : ""}`, d: band }),
    ),
    ...paths.map(({ key, line }) =>
      svg("path", { className: `curve of-${key}${key === highlighted ? " is-highlighted" : ""}`, d: line }),
    ),
    ...drawNames(known, layout, { frame, highlighted }),
  );
}

function drawBiasAxes({ x, y, ticks }: BiasLayout, { left, right, top, bottom, height }: Frame): SvgNode {
  const middle = px((top + bottom) / 2);
  const columns = ticks.x.map((tick) =>
    svg(
      "text",
      { className: "tick", x: px(x(tick)), y: bottom + 18, textAnchor: "middle" },
      tick.toLocaleString("en"),
    ),
  );
  const rows = ticks.y.flatMap((tick) => [
    svg("line", {
      className: tick === 0 ? "zero" : "grid",
      x1: left,
      x2: right,
      y1: px(y(tick)),
      y2: px(y(tick)),
    }),
    svg(
      "text",
      { className: "tick", x: left - 8, y: px(y(tick) + 4), textAnchor: "end" },
      withMinus(String(tick)),
    ),
  ]);
  return svg(
    "g",
    {},
    ...columns,
    ...rows,
    svg(
      "text",
      { className: "axis", x: px((left + right) / 2), y: height - 8, textAnchor: "middle" },
      "Submissions of each team",
    ),
    svg(
      "text",
      { className: "axis", x: 14, y: middle, textAnchor: "middle", transform: `rotate(-90 14 ${middle})` },
      "Bias, in points",
    ),
  );
}

function drawNames(
  curves: readonly BiasCurve[],
  layout: BiasLayout,
  { frame, highlighted }: { frame: Frame; highlighted: string | null },
): SvgNode[] {
  const ends = curves.map(({ bias }) => layout.y(100 * bias.at(-1)!.mean));
  const room = { gap: betweenNames, low: frame.top + 4, high: frame.bottom - 2 };
  const seats = spreadApart(ends, room);
  return curves.flatMap(({ key, name, bias }, i) => {
    const of = key === highlighted ? " is-highlighted" : "";
    const last = withMinus((100 * bias.at(-1)!.mean).toFixed(1));
    return [
      svg("path", {
        className: `leader${of}`,
        d: `M${frame.right + 1} ${px(ends[i]!)}L${frame.right + 8} ${px(seats[i]!)}`,
        fill: "none",
      }),
      svg(
        "text",
        { className: `label of-${key}${of}`, x: frame.right + 11, y: px(seats[i]! + 4) },
        `${name} ${last}`,
      ),
    ];
  });
}
