/**
 * What the choice of a test set's images does to the accuracies of models that share them: noise with mean 0 and a covariance
 * between models, in fractions.
 */
export type ImageNoise = {
  /** Accuracies of the models, fractions. */
  accuracies: Float64Array;
  /** The images behind each accuracy. */
  images: Float64Array;
  /** How many independent standard normal numbers `draw` takes. */
  normals: number;
  /** Writes one noise vector into `out`, a number each model. */
  draw: (normals: Float64Array, out: Float64Array) => void;
  /** The sum of the variances, and of all covariances, variances among them, of the noise times `weights`. */
  sums: (weights: ArrayLike<number>) => { variances: number; all: number };
};
