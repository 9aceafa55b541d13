import { axisMargins } from "@/app/_components/plot/axis-margins";
import { type Frame, frameWithin } from "@/app/_components/plot/frame";
import { isNarrow } from "@/app/_components/plot/is-narrow";
import { textWidth } from "@/app/_components/plot/place-labels";

/** The frame of the lab's figure in a given width, px, with room on the right for the labels at the ends of its curves. */
export function biasFrame(width: number, names: readonly string[]): Frame {
  const height = Math.round(width * (isNarrow(width) ? 0.98 : 0.62));
  const right = Math.ceil(Math.max(0, ...names.map((name) => textWidth(`${name} 00.0`))) + 14);
  return frameWithin(width, height, { ...axisMargins(width), right });
}
