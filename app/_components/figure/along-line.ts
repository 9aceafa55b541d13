import type { FitView } from "@/server/leaderboards/leaderboard-schema";
import type { FigureLayout } from "./figure-layout";
import { lineAt } from "./line-at";

const places = 60;

/** Places on the fitted line, px, so close that no name fits between two of them. */
export function alongLine({ x, y, domain }: FigureLayout, fit: FitView): { x: number; y: number }[] {
  const [low, high] = domain.x;
  return Array.from({ length: places + 1 }, (_, i) => low + ((high - low) * i) / places).flatMap(
    (original) => {
      const line = lineAt(fit, original);
      return line === null ? [] : [{ x: x(original), y: y(line) }];
    },
  );
}
