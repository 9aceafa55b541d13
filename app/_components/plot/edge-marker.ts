import type { Frame } from "./frame";

/** A marker at the frame's edge and the direction in which its point lies: degrees, 0 to the right, clockwise. */
export interface EdgeMarker {
  x: number;
  y: number;
  angle: number;
}

const inset = 7;

/** The marker of a point at (x, y) px that lies outside the frame; null for one inside. */
export function edgeMarker({ left, right, top, bottom }: Frame, x: number, y: number): EdgeMarker | null {
  const across = x < left ? -1 : x > right ? 1 : 0;
  const down = y < top ? -1 : y > bottom ? 1 : 0;
  if (across === 0 && down === 0) return null;
  return {
    x: Math.min(right - inset, Math.max(left + inset, x)),
    y: Math.min(bottom - inset, Math.max(top + inset, y)),
    angle: (Math.atan2(down, across) * 180) / Math.PI,
  };
}
