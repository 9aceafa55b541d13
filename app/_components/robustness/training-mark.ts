import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolCross,
  symbolSquare,
  symbolStar,
  symbolWye,
} from "d3-shape";
import type { RobustnessPoint } from "@/server/leaderboards/schemas/robustness-schema";

/** Shapes tell groups apart without colour; `area` is the size at which each looks as large as a circle of area 1. */
const shapes: Record<NonNullable<RobustnessPoint["training"]> | "none", { type: SymbolType; area: number }> =
  {
    standard: { type: symbolCircle, area: 1 },
    "more-data": { type: symbolSquare, area: 1.05 },
    robust: { type: symbolCross, area: 1.05 },
    "zero-shot": { type: symbolStar, area: 0.95 },
    other: { type: symbolWye, area: 1.05 },
    none: { type: symbolCircle, area: 1 },
  };

/** The class by which a training group is coloured. */
export const trainingClass = (training: RobustnessPoint["training"]): string =>
  `trained-${training ?? "unknown"}`;

/** The class and the outline of a model's mark around (0, 0), as large as a circle of `radius` px; entries have a dark edge. */
export function trainingMark(
  { training, kind }: Pick<RobustnessPoint, "training" | "kind">,
  radius: number,
): { className: string; d: string } {
  const { type, area } = shapes[training ?? "none"];
  return {
    className: kind === "entry" ? `${trainingClass(training)} of-entry` : trainingClass(training),
    d: symbol(type, area * Math.PI * radius ** 2).digits(1)()!,
  };
}
