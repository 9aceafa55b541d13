import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import { px, type SvgNode, svg } from "../../plot/svg-node";
import type { FigureLayout } from "./figure-layout";

/** Error bars on both axes, one path a colour; a held point has no upright one, since it has no new accuracy. */
export function drawErrorBars({ x, y }: FigureLayout, points: readonly PlotPoint[]): SvgNode[] {
  const byClass = new Map<string, string>();
  for (const point of points) {
    const { lower: left, upper: right } = point.xInterval ?? { lower: point.x, upper: point.x };
    const across = `M${px(x(left))} ${px(y(point.y))}H${px(x(right))}`;
    const interval = point.held ? null : point.yInterval;
    const upright = interval ? `M${px(x(point.x))} ${px(y(interval.lower))}V${px(y(interval.upper))}` : "";
    const colour = point.held || !point.mark ? point.kind : `is-${point.mark}`;
    byClass.set(colour, `${byClass.get(colour) ?? ""}${across}${upright}`);
  }
  return [...byClass].map(([colour, d]) => svg("path", { className: `error ${colour}`, d }));
}
