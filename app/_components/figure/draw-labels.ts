import type { FitView, PlotPoint } from "@/server/leaderboards/leaderboard-schema";
import { alongLine } from "./along-line";
import { chooseLabels } from "./choose-labels";
import { edgeOf } from "./edge-of";
import type { FigureLayout } from "./figure-layout";
import type { Frame } from "./frame";
import { placeLabels } from "./place-labels";
import { px, svg, type SvgNode } from "./svg-node";

const mostEdges = 24;

/** A chevron at the frame's edge for every point outside it, and the names that find a place. */
export function drawLabels(
  layout: FigureLayout,
  points: readonly PlotPoint[],
  { frame, fit, lit, most }: { frame: Frame; fit: FitView; lit: string | null; most: number },
): SvgNode {
  const placed = points.map((point) => {
    const [x, y] = [layout.x(point.x), layout.y(point.y)];
    return { point, x, y, edge: edgeOf(frame, x, y) };
  });
  const outside = placed.flatMap(({ point, edge }) => (edge ? [{ point, edge }] : [])).slice(0, mostEdges);
  const inside = placed.filter(({ edge }) => !edge);
  const spots = [
    ...inside.map(({ point, x, y }) => ({ point, x, y })),
    ...outside.map(({ point, edge }) => ({ point, x: edge.x, y: edge.y })),
  ];
  const spotOf = new Map(spots.map((spot) => [spot.point.id, spot]));
  const wishes = chooseLabels(
    spots.map(({ point }) => point),
    { lit, most },
  ).map((point) => {
    const { x, y } = spotOf.get(point.id)!;
    return { id: point.id, text: point.held ? `${point.name} (held)` : point.name, x, y };
  });
  const labels = placeLabels({ wishes, points: spots, lines: alongLine(layout, fit), frame });
  return svg(
    "g",
    {},
    ...outside.map(({ point, edge }) =>
      svg("path", {
        className: point.mark ? `edge is-${point.mark}` : "edge",
        d: "M-3 -5L3 0L-3 5",
        transform: `translate(${px(edge.x)} ${px(edge.y)}) rotate(${px(edge.towards)})`,
        "data-entry": point.id,
      }),
    ),
    ...labels
      .filter((label) => label.led)
      .map(({ x, y, textX, textY }) =>
        svg("line", {
          className: "leader",
          x1: px(x),
          y1: px(y),
          x2: px(textX),
          y2: px(textY > y ? textY - 10 : textY + 3),
        }),
      ),
    ...labels.map(({ text, textX, textY, anchor }) =>
      svg("text", { className: "label", x: px(textX), y: px(textY), textAnchor: anchor }, text),
    ),
  );
}
