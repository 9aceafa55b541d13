import { axisMargins } from "../../plot/axis-margins";
import { type Frame, frameWithin } from "../../plot/frame";
import { isNarrow } from "../../plot/is-narrow";

/** The frame of a figure with titled axes in a given width, px; on a phone the figure is taller than it is wide. */
export function figureFrame(width: number): Frame {
  const [aspect, right] = isNarrow(width) ? [1.06, 14] : [0.82, 16];
  return frameWithin(width, Math.round(aspect * width), { ...axisMargins(width), right });
}
