import type { Frame } from "../../plot/frame";
import { px, type SvgNode, svg } from "../../plot/svg-node";
import type { FigureLayout } from "./figure-layout";

/** The line y = x, labelled where there is room. */
export function drawIdentity(layout: FigureLayout, frame: Frame, labelled: boolean): SvgNode[] {
  const { x, y, domain } = layout;
  const low = Math.max(domain.x[0], domain.y[0]);
  const high = Math.min(domain.x[1], domain.y[1]);
  if (low >= high) return [];
  const [x1, y1, x2, y2] = [x(low), y(low), x(high), y(high)].map(px) as [number, number, number, number];
  const line = svg("line", { className: "identity", x1, y1, x2, y2 });
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (!labelled || length < 160) return [line];
  const slant = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  const along = 90 / length;
  const [textX, textY] = [px(x1 + along * (x2 - x1)), px(y1 + along * (y2 - y1))];
  if (textY < frame.top + 16) return [line];
  const transform = `rotate(${px(slant)} ${textX} ${textY})`;
  const text = { className: "aside", x: textX, y: textY, dy: -6, textAnchor: "middle", transform };
  return [line, svg("text", text, "new = original")];
}
