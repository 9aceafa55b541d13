import { type ScaleName, scales } from "@/server/statistics/scale";
import type { Domain } from "./domain-of";
import type { Frame } from "./frame";

/** Where accuracies (fractions) lie in a drawing, in px; y grows downwards. */
export interface Projection {
  x: (fraction: number) => number;
  y: (fraction: number) => number;
}

/** Lays two domains over a frame in a scale. An accuracy of 0 or 1 has no finite place in logit and probit. */
export function projection(input: { frame: Frame; scale: ScaleName; x: Domain; y: Domain }): Projection {
  const { frame, scale } = input;
  return {
    x: onto(input.x, frame.left, frame.right, scale),
    y: onto(input.y, frame.bottom, frame.top, scale),
  };
}

function onto([low, high]: Domain, from: number, to: number, scale: ScaleName) {
  const { forward } = scales[scale];
  const start = forward(low);
  const perUnit = (to - from) / (forward(high) - start);
  return (fraction: number) => from + (forward(fraction) - start) * perUnit;
}
