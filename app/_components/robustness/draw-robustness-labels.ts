import type { RobustnessPoint } from "@/server/leaderboards/schemas/robustness-schema";
import { labelLimit } from "../figure/drawing/label-limit";
import { placeLabels } from "../plot/place-labels";
import { px, type SvgNode, svg } from "../plot/svg-node";
import type { RobustnessLayout } from "./robustness-layout";

/** How far apart, px, the places along the line are that labels avoid. */
const step = 8;

/** Names of the models farthest from the line, those that are marked first, where there is room. */
export function drawRobustnessLabels(layout: RobustnessLayout, points: readonly RobustnessPoint[]): SvgNode {
  const { frame, x, y } = layout;
  const places = points.map((point) => ({ point, x: x(point.x), y: y(point.residual) }));
  const farthest = places.toSorted(
    (a, b) =>
      Number(b.point.mark !== null) - Number(a.point.mark !== null) ||
      Math.abs(b.point.residual) - Math.abs(a.point.residual),
  );
  const labels = placeLabels({
    labels: farthest
      .slice(0, labelLimit(frame, false))
      .map(({ point, ...place }) => ({ id: point.id, text: point.name, ...place })),
    points: places,
    lines: Array.from({ length: Math.ceil((frame.right - frame.left) / step) }, (_, i) => ({
      x: frame.left + step * i,
      y: y(0),
    })),
    frame,
  });
  return svg(
    "g",
    {},
    ...labels
      .filter(({ hasLeader }) => hasLeader)
      .map((label) =>
        svg("line", {
          className: "leader",
          x1: px(label.x),
          y1: px(label.y),
          x2: px(label.textX),
          y2: px(label.textY > label.y ? label.textY - 10 : label.textY + 3),
        }),
      ),
    ...labels.map(({ text, textX, textY, anchor }) =>
      svg("text", { className: "label", x: px(textX), y: px(textY), textAnchor: anchor }, text),
    ),
  );
}
