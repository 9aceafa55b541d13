import type { FitView } from "@/server/leaderboards/schemas/fit-schema";

/** A fit; what is not said is the paper's line on 64 ImageNet models. */
export function makeFit(given: Partial<FitView> = {}): FitView {
  return {
    scale: "linear",
    models: 64,
    slope: 1.1098,
    intercept: -0.2026,
    slopeInterval: { lower: 1.08, upper: 1.19 },
    interceptInterval: { lower: -0.263, upper: -0.179 },
    r2: 0.99,
    residualSd: 0.005,
    resamples: 100_000,
    droppedResamples: 0,
    reason: null,
    band: [
      { x: 0.56, line: 0.4189, lower: 0.41, upper: 0.425 },
      { x: 0.83, line: 0.7185, lower: 0.715, upper: 0.722 },
    ],
    pending: false,
    ...given,
  };
}
