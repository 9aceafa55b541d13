import type { Frame } from "@/app/_components/plot/frame";
import { textWidth } from "@/app/_components/plot/place-labels";

const narrowest = 500;

/** The frame of the lab's figure in a given width, with room on the right for the names that end its curves. */
export function biasFrame(width: number, names: readonly string[]): Frame {
  const narrow = width < narrowest;
  const height = Math.round(width * (narrow ? 0.98 : 0.62));
  const forNames = Math.max(0, ...names.map((name) => textWidth(`${name} 00.0`))) + 14;
  const left = narrow ? 44 : 52;
  return { width, height, left, right: Math.round(width - forNames), top: 12, bottom: height - 48 };
}
