import { scaleLinear } from "d3-scale";
import { type ScaleName, scales } from "@/server/statistics/scale";
import type { Domain } from "./axis-domain";
import type { Frame } from "./frame";

/** Takes an accuracy (fraction) to its place on an axis (px); `invert` takes a place to its accuracy. */
export interface AxisScale {
  (fraction: number): number;
  invert: (px: number) => number;
}

/** The scales of both axes; y grows downwards. */
export interface Projection {
  x: AxisScale;
  y: AxisScale;
}

/** Maps two domains onto a frame. */
export function projection(input: { frame: Frame; scale: ScaleName; x: Domain; y: Domain }): Projection {
  const { frame, scale } = input;
  return {
    x: axisScale(input.x, [frame.left, frame.right], scale),
    y: axisScale(input.y, [frame.bottom, frame.top], scale),
  };
}

/** Accuracies of 0 and 1 lie infinitely far out in logit and probit; here only far beyond any frame. */
const farthest = 50;

function axisScale(domain: Domain, range: [number, number], scale: ScaleName): AxisScale {
  const { forward, back } = scales[scale];
  const coordinate = (fraction: number) => Math.min(farthest, Math.max(-farthest, forward(fraction)));
  const linear = scaleLinear(domain.map(coordinate), range);
  return Object.assign((fraction: number) => linear(coordinate(fraction)), {
    invert: (px: number) => back(linear.invert(px)),
  });
}
