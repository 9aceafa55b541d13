import { type ScaleName, scales } from "@/server/statistics/scale";
import type { Domain } from "../../plot/domain-of";
import type { Frame } from "../../plot/frame";
import type { FigureLayout } from "../drawing/figure-layout";

/** The part of a figure that is looked at. */
export interface Zoom {
  x: Domain;
  y: Domain;
}

/** A rectangle between two places, px. */
export interface Brush {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

const leastPx = 12;

/** The part under a brush, fractions; null for one too small to be meant. */
export function zoomToBrush(
  { x1, y1, x2, y2 }: Brush,
  layout: FigureLayout,
  frame: Frame,
  scale: ScaleName,
): Zoom | null {
  if (Math.abs(x2 - x1) < leastPx || Math.abs(y2 - y1) < leastPx) return null;
  const { left, right, top, bottom } = frame;
  const along = (domain: Domain, share: number) => between(domain, Math.min(1, Math.max(0, share)), scale);
  const across = (px: number) => along(layout.domain.x, (px - left) / (right - left));
  const up = (px: number) => along(layout.domain.y, (bottom - px) / (bottom - top));
  return {
    x: [across(Math.min(x1, x2)), across(Math.max(x1, x2))],
    y: [up(Math.max(y1, y2)), up(Math.min(y1, y2))],
  };
}

/** The same part `factor` times as wide, around a point (fractions) or its own middle. */
export function zoomBy(
  factor: number,
  { domain }: FigureLayout,
  around: { x: number; y: number } | null,
  scale: ScaleName,
): Zoom {
  return {
    x: resize(domain.x, factor, around?.x ?? between(domain.x, 0.5, scale), scale),
    y: resize(domain.y, factor, around?.y ?? between(domain.y, 0.5, scale), scale),
  };
}

function between([low, high]: Domain, share: number, scale: ScaleName): number {
  const { forward, back } = scales[scale];
  return back(forward(low) + share * (forward(high) - forward(low)));
}

function resize([low, high]: Domain, factor: number, middle: number, scale: ScaleName): Domain {
  const { forward, back } = scales[scale];
  const half = (factor * (forward(high) - forward(low))) / 2;
  const centre = forward(middle);
  if (scale !== "linear") return [back(centre - half), back(centre + half)];
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
