import type { FitView } from "@/server/leaderboards/schemas/fit-schema";
import type { FigureLayout } from "./figure-layout";
import { lineAt } from "./line-at";

const places = 60;

/** Places on the fitted line and on y = x, px, so close that no name fits between two of them. */
export function alongLine({ x, y, domain }: FigureLayout, fit: FitView): { x: number; y: number }[] {
  const [low, high] = domain.x;
  const originals = Array.from({ length: places + 1 }, (_, i) => low + ((high - low) * i) / places);
  return originals.flatMap((original) => {
    const line = lineAt(fit, original);
    return [original, ...(line === null ? [] : [line])].map((fraction) => ({
      x: x(original),
      y: y(fraction),
    }));
  });
}
