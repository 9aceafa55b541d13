import type { Frame } from "./frame";

/** Where on the edge a point outside the frame is marked, and in which direction it lies (degrees, 0 = right, clockwise). */
export interface Edge {
  x: number;
  y: number;
  towards: number;
}

/** The mark of a point at (x, y) px that lies outside the frame; null for one inside. */
export function edgeOf(frame: Frame, x: number, y: number): Edge | null {
  const inset = 7;
  const within = x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom;
  if (within || Number.isNaN(x) || Number.isNaN(y)) return null;
  const edgeX = Math.min(frame.right - inset, Math.max(frame.left + inset, x));
  const edgeY = Math.min(frame.bottom - inset, Math.max(frame.top + inset, y));
  const across = x < frame.left ? -1 : x > frame.right ? 1 : 0;
  const down = y < frame.top ? -1 : y > frame.bottom ? 1 : 0;
  return { x: edgeX, y: edgeY, towards: (Math.atan2(down, across) * 180) / Math.PI };
}
