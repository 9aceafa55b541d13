import { type KeyboardEvent, type PointerEvent, useState } from "react";
import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import type { Frame } from "../../plot/frame";
import type { Projection } from "../../plot/projection";
import { highlightedEntry } from "../../table/highlighted-entry";
import { nearestPoint } from "./nearest-point";
import { stepToPoint } from "./step-to-point";
import { type Brush, type Zoom, zoomBy as zoomedBy, zoomToBrush } from "./zoom";

interface PointAndKeys {
  visible: readonly PlotPoint[];
  layout: Projection;
  frame: Frame;
  highlighted: PlotPoint | null;
  setZoom: (zoom: Zoom | null) => void;
  open: (id: string) => void;
}

const touchReach = 30;

/** What pointer and keyboard do on the figure: highlight a point, open it, zoom. */
export function usePointAndKeys({ visible, layout, frame, highlighted, setZoom, open }: PointAndKeys) {
  const [brush, setBrush] = useState<Brush | null>(null);
  const positionOf = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const highlight = (event: PointerEvent, reach?: number) =>
    highlightedEntry.set(nearestPoint(visible, layout, positionOf(event), reach)?.id ?? null);
  const zoomBy = (factor: number) => setZoom(zoomedBy(factor, layout, frame, highlighted));
  const handlers = {
    onPointerMove(event: PointerEvent) {
      const { x, y } = positionOf(event);
      if (brush) setBrush({ ...brush, x2: x, y2: y });
      else highlight(event);
    },
    onPointerDown(event: PointerEvent) {
      const { x, y } = positionOf(event);
      if (event.button !== 0 || event.pointerType === "touch") return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setBrush({ x1: x, y1: y, x2: x, y2: y });
    },
    onPointerUp(event: PointerEvent) {
      const zoom = brush && zoomToBrush(brush, layout, frame);
      setBrush(null);
      if (zoom) setZoom(zoom);
      else if (event.pointerType === "touch") highlight(event, touchReach);
      else if (highlighted) open(highlighted.id);
    },
    onPointerCancel: () => setBrush(null),
    // A lifted finger leaves too, but what it tapped stays highlighted.
    onPointerLeave(event: PointerEvent) {
      if (event.pointerType !== "touch") highlightedEntry.set(null);
    },
    onBlur: () => highlightedEntry.set(null),
    onKeyDown(event: KeyboardEvent) {
      const next = stepToPoint(visible, highlighted?.id ?? null, event.key);
      if (next) highlightedEntry.set(next.id);
      else if (event.key === "Enter" && highlighted) open(highlighted.id);
      else if (event.key === "+") zoomBy(0.5);
      else if (event.key === "-") zoomBy(2);
      else if (event.key === "Escape") setZoom(null);
      else return;
      event.preventDefault();
    },
  };
  return { brush, handlers, zoomBy };
}
