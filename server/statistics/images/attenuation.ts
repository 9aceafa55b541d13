import type { Scale } from "../scale";
import type { ImageNoise } from "./image-noise";

/**
 * The average slope that an unchanged test set would give: noise in x flattens a line by `1 - tr(H C) / Sxx`, C the covariance of
 * the original coordinates' noise (delta method) and H the centring (Fuller, Measurement Error Models, 1987, section 1.1).
 * @param sxx sum of squared deviations of the original coordinates from their mean
 */
export function attenuation(original: ImageNoise, scale: Scale, sxx: number): number {
  const { variances, all } = original.sums(original.accuracies.map((p) => scale.derivative(p)));
  return 1 - (variances - all / original.accuracies.length) / sxx;
}
