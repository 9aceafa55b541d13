import type { ScaleName } from "../../statistics/scale";
import type { Trend } from "../../statistics/trend";
import type { FitView } from "../schemas/fit-schema";

/** A trend's public view; `resamples` is 0 without the bootstrap, `pending` means that the bootstrap will follow. */
export function viewFit(trend: Trend, scale: ScaleName, resamples: number): FitView {
  const { points: _, reason, droppedResamples, band, ...line } = trend;
  return {
    ...line,
    scale,
    resamples: line.models > 2 && !reason ? resamples : 0,
    droppedResamples: droppedResamples ?? 0,
    reason: reason ?? null,
    band: band ?? [],
    pending: resamples === 0 && line.models > 2 && !reason,
  };
}
