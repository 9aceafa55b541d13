import type { Frame } from "./frame";

const pxPerTick = { x: 84, y: 70 };

/** About how many ticks suit the axes of a frame. */
export function tickCount({ left, right, top, bottom }: Frame): { x: number; y: number } {
  return { x: (right - left) / pxPerTick.x, y: (bottom - top) / pxPerTick.y };
}
