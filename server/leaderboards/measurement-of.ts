import type { Measurement } from "../statistics/deviation";
import type { PointScore } from "./load-points";

/** A score as the statistics take it; if a published accuracy comes without its number of images, its sampling noise is unknown and taken as zero. */
export function measurementOf({ accuracy, shown: { total } }: PointScore): Measurement {
  return { accuracy, total: total ?? Number.MAX_SAFE_INTEGER };
}
