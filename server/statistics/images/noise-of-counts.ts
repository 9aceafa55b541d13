import { scales } from "../scale";
import type { ImageNoise } from "./image-noise";

/**
 * The correlation of two models' errors at equal accuracy, and over how many logits of difference it falls by e: fitted on nine
 * sets of per-image predictions of the models of Recht et al. 2019.
 */
const assumedCorrelation = { atEqual: 0.66, logits: 2.5 };

const OWN = Math.sqrt(1 - assumedCorrelation.atEqual);
const SHARED = Math.sqrt(assumedCorrelation.atEqual);

/**
 * The noise of models of which only accuracies are known: `Cov(i, j) = s_i s_j .66 exp(-|logit p_i - logit p_j| / 2.5)`, `s_i^2 =
 * p_i (1 - p_i) / n_i`. In order of the accuracy the shared part is an Ornstein-Uhlenbeck process: of the normal numbers
 * of a draw the first half makes it, in that order, the second half is each model's own, in the order of the models.
 * @param accuracies fractions; 0 and 1 have no noise
 * @param images the images behind each
 */
export function noiseOfCounts(accuracies: Float64Array, images: Float64Array): ImageNoise {
  const models = accuracies.length;
  const logits = accuracies.map((p, i) => {
    const least = 1 / (2 * images[i]!);
    return scales.logit.forward(Math.min(1 - least, Math.max(least, p)));
  });
  const order = Uint32Array.from(accuracies.keys()).sort((a, b) => logits[a]! - logits[b]! || a - b);
  const deviations = accuracies.map((p, i) => Math.sqrt((p * (1 - p)) / images[i]!));
  const carried = new Float64Array(models);
  for (let k = 1; k < models; k++)
    carried[k] = Math.exp((logits[order[k - 1]!]! - logits[order[k]!]!) / assumedCorrelation.logits);
  const fresh = carried.map((r) => Math.sqrt(1 - r * r));
  return {
    accuracies,
    images,
    normals: 2 * models,
    draw(normals, out) {
      let shared = 0;
      for (let k = 0; k < models; k++) {
        shared = carried[k]! * shared + fresh[k]! * normals[k]!;
        const i = order[k]!;
        out[i] = deviations[i]! * (SHARED * shared + OWN * normals[models + i]!);
      }
    },
    sums(weights) {
      let [variances, crossed, before] = [0, 0, 0];
      for (let k = 0; k < models; k++) {
        const i = order[k]!;
        const size = weights[i]! * deviations[i]!;
        before *= carried[k]!;
        crossed += size * before;
        before += size;
        variances += size * size;
      }
      return { variances, all: variances + 2 * assumedCorrelation.atEqual * crossed };
    },
  };
}
