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
    overImages: {
      images: {
        slope: { lower: 1.09, upper: 1.13 },
        intercept: { lower: -0.22, upper: -0.19 },
      },
      both: {
        slope: { lower: 1.061, upper: 1.194 },
        intercept: { lower: -0.268, upper: -0.165 },
      },
      source: "counts",
      reliable: true,
      attenuation: 0.9995,
    },
    change: {
      models: 64,
      mean: -0.1197,
      interval: { lower: -0.1275, upper: -0.1119 },
      verdict: "harder",
      source: "counts",
    },
    ...given,
  };
}
