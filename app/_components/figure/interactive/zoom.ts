import { extent } from "d3-array";
import type { Domain } from "../../plot/axis-domain";
import type { Frame } from "../../plot/frame";
import type { AxisScale, Projection } from "../../plot/projection";

/** The domains that are zoomed into. */
export interface Zoom {
  x: Domain;
  y: Domain;
}

/** A rectangle between two corners, px. */
export interface Brush {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

const leastPx = 12;

/** What lies under a brush; null for one too small to be meant. */
export function zoomToBrush({ x1, y1, x2, y2 }: Brush, { x, y }: Projection, frame: Frame): Zoom | null {
  if (Math.abs(x2 - x1) < leastPx || Math.abs(y2 - y1) < leastPx) return null;
  const { left, right, top, bottom } = frame;
  const within = (px: number, low: number, high: number) => Math.min(high, Math.max(low, px));
  return {
    x: domainBetween(x, [within(x1, left, right), within(x2, left, right)]),
    y: domainBetween(y, [within(y1, top, bottom), within(y2, top, bottom)]),
  };
}

/** Domains `factor` times as wide, around a point (fractions) or the middle of the frame. */
export function zoomBy(
  factor: number,
  { x, y }: Projection,
  { left, right, top, bottom }: Frame,
  around: { x: number; y: number } | null,
): Zoom {
  const resize = (scale: AxisScale, centre: number, length: number) =>
    domainBetween(scale, [centre - (factor * length) / 2, centre + (factor * length) / 2]);
  return {
    x: resize(x, around ? x(around.x) : (left + right) / 2, right - left),
    y: resize(y, around ? y(around.y) : (top + bottom) / 2, bottom - top),
  };
}

/** The accuracies between two places (px), in either order. */
function domainBetween(scale: AxisScale, places: [number, number]): Domain {
  return extent(places, (px) => Math.min(1, Math.max(0, scale.invert(px)))) as Domain;
}
