import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";

const steps = {
  ArrowRight: ["x", 1],
  ArrowLeft: ["x", -1],
  ArrowUp: ["y", 1],
  ArrowDown: ["y", -1],
} as const;

/**
 * The point that an arrow key leads to: the next one by original accuracy to the right or left, by new accuracy up or down. Without a
 * point to start from, right and up lead to the weakest, left and down to the best.
 */
export function stepToPoint(
  points: readonly PlotPoint[],
  from: string | null,
  key: string,
): PlotPoint | null {
  if (!(key in steps)) return null;
  const [axis, direction] = steps[key as keyof typeof steps];
  const sorted = points.toSorted((a, b) => direction * (a[axis] - b[axis]) || (a.id < b.id ? -1 : 1));
  const at = sorted.findIndex((point) => point.id === from);
  return sorted[Math.min(at + 1, sorted.length - 1)] ?? null;
}
