import type { Frame } from "./frame";
import { px, type SvgNode, svg } from "./svg-node";

interface Tick {
  /** Its place on the axis, px. */
  at: number;
  label: string;
  /** The class of its grid line; without one there is no line. */
  line?: "grid" | "zero";
}

export interface Axis {
  ticks: readonly Tick[];
  title?: string;
}

/** Both axes: grid lines, tick labels and titles. */
export function drawAxes(
  { left, right, top, bottom, height }: Frame,
  { x, y }: { x: Axis; y: Axis },
): SvgNode {
  const [centre, middle] = [px((left + right) / 2), px((top + bottom) / 2)];
  const columns = x.ticks.flatMap(({ at, label, line }) => [
    line ? svg("line", { className: line, x1: px(at), x2: px(at), y1: top, y2: bottom }) : null,
    svg("text", { className: "tick", x: px(at), y: bottom + 18, textAnchor: "middle" }, label),
  ]);
  const rows = y.ticks.flatMap(({ at, label, line }) => [
    line ? svg("line", { className: line, x1: left, x2: right, y1: px(at), y2: px(at) }) : null,
    svg("text", { className: "tick", x: left - 8, y: px(at + 4), textAnchor: "end" }, label),
  ]);
  const title = { className: "axis", textAnchor: "middle" };
  const upright = { x: 14, y: middle, transform: `rotate(-90 14 ${middle})` };
  return svg(
    "g",
    {},
    ...columns,
    ...rows,
    x.title ? svg("text", { ...title, x: centre, y: height - 8 }, x.title) : null,
    y.title ? svg("text", { ...title, ...upright }, y.title) : null,
  );
}
