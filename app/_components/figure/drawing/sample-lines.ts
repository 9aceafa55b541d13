import { range } from "d3-array";
import type { FitView } from "@/server/leaderboards/schemas/fit-schema";
import type { FigureLayout } from "./figure-layout";
import { fittedValue } from "./fitted-value";

const steps = 60;

/** Positions along the fitted line and along y = x, px, so close that no label fits between two of them. */
export function sampleLines({ x, y, domain }: FigureLayout, fit: FitView): { x: number; y: number }[] {
  const [low, high] = domain.x;
  const originals = range(steps + 1).map((i) => low + ((high - low) * i) / steps);
  return originals.flatMap((original) => {
    const fitted = fittedValue(fit, original);
    return [original, ...(fitted === null ? [] : [fitted])].map((fraction) => ({
      x: x(original),
      y: y(fraction),
    }));
  });
}
