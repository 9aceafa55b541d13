import type { Frame } from "../../plot/frame";
import { px, type SvgNode, svg } from "../../plot/svg-node";
import type { FigureLayout } from "./figure-layout";

/** The line y = x, with its name where there is room for it. */
export function drawIdentity(layout: FigureLayout, frame: Frame, named: boolean): SvgNode[] {
  const { x, y, domain } = layout;
  const low = Math.max(domain.x[0], domain.y[0]);
  const high = Math.min(domain.x[1], domain.y[1]);
  if (low >= high) return [];
  const [x1, y1, x2, y2] = [x(low), y(low), x(high), y(high)].map(px) as [number, number, number, number];
  const line = svg("line", { className: "identity", x1, y1, x2, y2 });
  if (!named || Math.hypot(x2 - x1, y2 - y1) < 160) return [line];
  const slant = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  const at = Math.min(1, 90 / Math.hypot(x2 - x1, y2 - y1));
  const [textX, textY] = [px(x1 + at * (x2 - x1)), px(y1 + at * (y2 - y1))];
  if (textY < frame.top + 16) return [line];
  const transform = `rotate(${px(slant)} ${textX} ${textY})`;
  const words = { className: "aside", x: textX, y: textY, dy: -6, textAnchor: "middle", transform };
  return [line, svg("text", words, "new = original")];
}
