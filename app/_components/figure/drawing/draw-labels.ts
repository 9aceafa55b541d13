import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import type { FitView } from "@/server/leaderboards/schemas/fit-schema";
import { type EdgeMarker, edgeMarker } from "../../plot/edge-marker";
import type { Frame } from "../../plot/frame";
import { type PlacedLabel, placeLabels } from "../../plot/place-labels";
import { px, type SvgNode, svg } from "../../plot/svg-node";
import type { FigureLayout } from "./figure-layout";
import { pointsToLabel } from "./points-to-label";
import { sampleLines } from "./sample-lines";

const mostMarkers = 24;

/** A chevron at the frame's edge for every point outside it, and the labels that find a place. */
export function drawLabels(
  layout: FigureLayout,
  points: readonly PlotPoint[],
  {
    frame,
    fit,
    highlighted,
    limit,
  }: { frame: Frame; fit: FitView; highlighted: string | null; limit: number },
): SvgNode {
  const outside = new Map<PlotPoint, EdgeMarker>();
  const shown: PlotPoint[] = [];
  const cells = new Set<number>();
  for (const point of points) {
    const [x, y] = [layout.x(point.x), layout.y(point.y)];
    const marker = edgeMarker(frame, x, y);
    if (marker && outside.size === mostMarkers) continue;
    shown.push(point);
    if (marker) outside.set(point, marker);
    else cells.add(cellAt(x, y));
  }
  const labels = placeLabels({
    labels: pointsToLabel(shown, { highlighted, limit }).map((point) => {
      const { x, y } = outside.get(point) ?? { x: layout.x(point.x), y: layout.y(point.y) };
      return { id: point.id, text: point.held ? `${point.name} (held)` : point.name, x, y };
    }),
    points: [...[...cells].map(centreOf), ...outside.values()],
    lines: sampleLines(layout, fit),
    frame,
  });
  return svg(
    "g",
    {},
    ...[...outside].map(([point, marker]) => drawMarker(point, marker)),
    ...labels.filter(({ hasLeader }) => hasLeader).map(drawLeader),
    ...labels.map(({ text, textX, textY, anchor }) =>
      svg("text", { className: "label", x: px(textX), y: px(textY), textAnchor: anchor }, text),
    ),
  );
}

/** Labels avoid the cells (px) that points lie in: thousands of points share few cells. */
const cell = 3;
const perRow = 10_000;
const cellAt = (x: number, y: number) => Math.round(y / cell) * perRow + Math.round(x / cell);
const centreOf = (index: number) => ({ x: (index % perRow) * cell, y: Math.floor(index / perRow) * cell });

function drawMarker(point: PlotPoint, { x, y, angle }: EdgeMarker): SvgNode {
  return svg("path", {
    className: point.mark ? `edge is-${point.mark}` : "edge",
    d: "M-3 -5L3 0L-3 5",
    transform: `translate(${px(x)} ${px(y)}) rotate(${px(angle)})`,
    "data-entry": point.id,
  });
}

function drawLeader({ x, y, textX, textY }: PlacedLabel): SvgNode {
  const end = textY > y ? textY - 10 : textY + 3;
  return svg("line", { className: "leader", x1: px(x), y1: px(y), x2: px(textX), y2: px(end) });
}
