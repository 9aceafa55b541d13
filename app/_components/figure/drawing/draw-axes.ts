import type { Frame } from "../../plot/frame";
import { px, type SvgNode, svg } from "../../plot/svg-node";
import { tickText } from "../../plot/tick-text";
import type { FigureLayout } from "./figure-layout";

/** Grid lines with their percentages and, where they are named, the titles of the axes. */
export function drawAxes(
  { ticks, x, y }: FigureLayout,
  { left, right, top, bottom, height }: Frame,
  titles: { x: string; y: string } | null,
): SvgNode {
  const columns = ticks.x.flatMap((tick) => [
    svg("line", { className: "grid", x1: px(x(tick)), x2: px(x(tick)), y1: top, y2: bottom }),
    svg("text", { className: "tick", x: px(x(tick)), y: bottom + 18, textAnchor: "middle" }, tickText(tick)),
  ]);
  const rows = ticks.y.flatMap((tick) => [
    svg("line", { className: "grid", x1: left, x2: right, y1: px(y(tick)), y2: px(y(tick)) }),
    svg("text", { className: "tick", x: left - 8, y: px(y(tick) + 4), textAnchor: "end" }, tickText(tick)),
  ]);
  return svg("g", {}, ...columns, ...rows, ...(titles ? drawTitles(titles) : []));

  function drawTitles(words: { x: string; y: string }): SvgNode[] {
    const middle = px((top + bottom) / 2);
    return [
      svg(
        "text",
        { className: "axis", x: px((left + right) / 2), y: height - 8, textAnchor: "middle" },
        words.x,
      ),
      svg(
        "text",
        { className: "axis", x: 14, y: middle, textAnchor: "middle", transform: `rotate(-90 14 ${middle})` },
        words.y,
      ),
    ];
  }
}
