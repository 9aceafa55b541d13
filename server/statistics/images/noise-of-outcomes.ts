import { cholesky } from "./cholesky";
import type { ImageNoise } from "./image-noise";
import { outcomeCovariance } from "./outcome-covariance";

/** Models alike on every image make the covariance singular. */
const JITTER = 1e-12;

/**
 * The noise of models whose answer to every image is known: Gaussian with the covariance of a draw of images with replacement.
 * @param accuracies as shown, fractions; they may be rounded
 * @param wrong for each model one bit an image, 1 = wrong, in words of 32
 */
export function noiseOfOutcomes({
  accuracies,
  wrong,
  images,
}: {
  accuracies: Float64Array;
  wrong: readonly Uint32Array[];
  images: number;
}): ImageNoise {
  const models = accuracies.length;
  const covariance = outcomeCovariance(wrong, images);
  const triangle = cholesky(covariance, models, JITTER);
  return {
    accuracies,
    images: new Float64Array(models).fill(images),
    normals: models,
    draw(normals, out) {
      for (let i = 0, row = 0; i < models; row += ++i) {
        let sum = 0;
        for (let j = 0; j <= i; j++) sum += triangle[row + j]! * normals[j]!;
        out[i] = sum;
      }
    },
    sums(weights) {
      let [variances, all] = [0, 0];
      for (let i = 0; i < models; i++) {
        for (let j = 0; j < models; j++) all += weights[i]! * weights[j]! * covariance[i * models + j]!;
        variances += weights[i]! ** 2 * covariance[i * models + i]!;
      }
      return { variances, all };
    },
  };
}
