import type { Frame } from "./frame";
import { type SvgNode, svg } from "./svg-node";

/** Draws in the drawing's own coordinates and cuts off what leaves the frame: a nested picture, which needs no id. */
export function clipToFrame({ left, right, top, bottom }: Frame, ...children: (SvgNode | null)[]): SvgNode {
  const [width, height] = [right - left, bottom - top];
  const viewBox = `${left} ${top} ${width} ${height}`;
  return svg("svg", { x: left, y: top, width, height, viewBox }, ...children);
}
