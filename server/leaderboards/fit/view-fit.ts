import type { AverageChange } from "../../statistics/images/average-change";
import type { FitOverImages } from "../../statistics/images/fit-over-images";
import type { LineInterval } from "../../statistics/images/line-over-images";
import type { ScaleName } from "../../statistics/scale";
import type { Trend } from "../../statistics/trend";
import type { FitView } from "../schemas/fit-schema";
import { fitOptions } from "./fit-basis";

/** The share of accuracies set to an end above which an interval is not to be relied on. */
const mostClamped = 0.01;

interface Computed {
  trend: Trend;
  scale: ScaleName;
  line?: FitOverImages["line"];
  change?: AverageChange | null;
  /** What the images' part rests on. */
  source?: "outcomes" | "counts";
  /** What was let out of answers to hidden images, in place of what counts give. */
  released?: { both: LineInterval; change: AverageChange };
}

/** A fit's public view; without resamples it is `pending` where the bootstrap will follow. */
export function viewFit({ trend, scale, line, change, source = "counts", released }: Computed): FitView {
  const { points: _, reason, droppedResamples, band, ...drawn } = trend;
  const isBootstrapped = droppedResamples !== null;
  const known = released?.change ?? change ?? null;
  return {
    ...drawn,
    scale,
    resamples: isBootstrapped ? fitOptions.resamples : 0,
    droppedResamples: droppedResamples ?? 0,
    reason: reason ?? null,
    band: band ?? [],
    pending: !isBootstrapped && drawn.models > 2 && !reason,
    overImages: line
      ? {
          images: line.images,
          both: released?.both ?? line.both,
          source: released ? "hidden_outcomes" : source,
          reliable: line.clamped <= mostClamped,
          attenuation: line.attenuation,
        }
      : null,
    change: known && { ...known, source: released ? "hidden_outcomes" : source },
  };
}
