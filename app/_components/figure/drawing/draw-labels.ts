import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import type { FitView } from "@/server/leaderboards/schemas/fit-schema";
import { type Edge, edgeOf } from "../../plot/edge-of";
import type { Frame } from "../../plot/frame";
import { type PlacedLabel, placeLabels } from "../../plot/place-labels";
import { px, type SvgNode, svg } from "../../plot/svg-node";
import { alongLine } from "./along-line";
import { chooseLabels } from "./choose-labels";
import type { FigureLayout } from "./figure-layout";

const mostEdges = 24;

/** A chevron at the frame's edge for every point outside it, and the names that find a place. */
export function drawLabels(
  layout: FigureLayout,
  points: readonly PlotPoint[],
  { frame, fit, highlighted, most }: { frame: Frame; fit: FitView; highlighted: string | null; most: number },
): SvgNode {
  const outside = new Map<PlotPoint, Edge>();
  const shown: PlotPoint[] = [];
  const spots = new Set<number>();
  for (const point of points) {
    const [x, y] = [layout.x(point.x), layout.y(point.y)];
    const edge = edgeOf(frame, x, y);
    if (edge && outside.size === mostEdges) continue;
    shown.push(point);
    if (edge) outside.set(point, edge);
    else spots.add(spotAt(x, y));
  }
  const wishes = chooseLabels(shown, { highlighted, most }).map((point) => {
    const { x, y } = outside.get(point) ?? { x: layout.x(point.x), y: layout.y(point.y) };
    return { id: point.id, text: point.held ? `${point.name} (held)` : point.name, x, y };
  });
  const labels = placeLabels({
    wishes,
    points: [...[...spots].map(placeAt), ...outside.values()],
    lines: alongLine(layout, fit),
    frame,
  });
  return svg(
    "g",
    {},
    ...[...outside].map(([point, edge]) => drawEdge(point, edge)),
    ...labels.filter((label) => label.led).map(drawLeader),
    ...labels.map(({ text, textX, textY, anchor }) =>
      svg("text", { className: "label", x: px(textX), y: px(textY), textAnchor: anchor }, text),
    ),
  );
}

/** Points are kept out of the way of names by the cell of this size (px) that they lie in: thousands share few cells. */
const cell = 3;
const perRow = 10_000;
const spotAt = (x: number, y: number) => Math.round(y / cell) * perRow + Math.round(x / cell);
const placeAt = (spot: number) => ({ x: (spot % perRow) * cell, y: Math.floor(spot / perRow) * cell });

function drawEdge(point: PlotPoint, { x, y, towards }: Edge): SvgNode {
  return svg("path", {
    className: point.mark ? `edge is-${point.mark}` : "edge",
    d: "M-3 -5L3 0L-3 5",
    transform: `translate(${px(x)} ${px(y)}) rotate(${px(towards)})`,
    "data-entry": point.id,
  });
}

function drawLeader({ x, y, textX, textY }: PlacedLabel): SvgNode {
  const end = textY > y ? textY - 10 : textY + 3;
  return svg("line", { className: "leader", x1: px(x), y1: px(y), x2: px(textX), y2: px(end) });
}
