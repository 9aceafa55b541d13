import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";

/** A point of the plot; what is not said is an ordinary reference model's. */
export function makePoint(given: Partial<PlotPoint> & { x: number; y: number }): PlotPoint {
  const name = given.name ?? `model at ${given.x}`;
  return {
    id: name,
    name,
    kind: "reference",
    held: false,
    mark: null,
    xInterval: null,
    yInterval: null,
    residual: null,
    ...given,
  };
}
