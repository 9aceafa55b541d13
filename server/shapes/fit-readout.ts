import { addProducts } from "./add-products";
import { solvePositiveDefinite } from "./solve-positive-definite";

/** Class scores are `weights * features + bias`: weights `[classes, features]`, bias `[classes]`. */
export type Readout = { weights: Float64Array; bias: Float64Array };

const batch = 256;

/**
 * Fits a linear readout to one-hot labels by ridge regression on standardised features (each to variance 1); `ridge` is the
 * penalty as a fraction of that variance. `featuresOf(i)` gives the features of image i; their number must be a multiple of 4.
 */
export function fitReadout({
  features,
  featuresOf,
  labels,
  classes,
  ridge,
}: {
  features: number;
  featuresOf: (image: number) => Float64Array;
  labels: Uint16Array;
  classes: number;
  ridge: number;
}): Readout {
  const moments = gatherMoments(features, featuresOf, labels, classes);
  const { gram, means, scales } = standardise(moments, features, labels.length, ridge);
  const weights = new Float64Array(classes * features);
  const bias = new Float64Array(classes);
  for (let c = 0; c < classes; c++) {
    for (let i = 0; i < features; i++) {
      const at = c * features + i;
      const covariance = moments.cross[at]! - moments.counts[c]! * means[i]!;
      weights[at] = covariance / scales[i]!;
    }
  }
  solvePositiveDefinite(gram, features, weights);
  for (let c = 0; c < classes; c++) {
    let offset = moments.counts[c]! / labels.length;
    for (let i = 0; i < features; i++) {
      const weight = weights[c * features + i]! / scales[i]!;
      weights[c * features + i] = weight;
      offset -= weight * means[i]!;
    }
    bias[c] = offset;
  }
  return { weights, bias };
}

type Moments = { gram: Float64Array; sums: Float64Array; cross: Float64Array; counts: Float64Array };

function gatherMoments(
  features: number,
  featuresOf: (image: number) => Float64Array,
  labels: Uint16Array,
  classes: number,
): Moments {
  const gram = new Float64Array(features * features);
  const sums = new Float64Array(features);
  const cross = new Float64Array(classes * features);
  const counts = new Float64Array(classes);
  const columns = new Float64Array(features * batch);
  for (let first = 0; first < labels.length; first += batch) {
    columns.fill(0);
    for (let image = first; image < Math.min(first + batch, labels.length); image++) {
      const label = labels[image]!;
      counts[label] = counts[label]! + 1;
      const values = featuresOf(image);
      for (let i = 0; i < features; i++) {
        const value = values[i]!;
        columns[i * batch + image - first] = value;
        sums[i] = sums[i]! + value;
        cross[label * features + i] = cross[label * features + i]! + value;
      }
    }
    addLowerTriangle(gram, columns, features);
  }
  return { gram, sums, cross, counts };
}

function addLowerTriangle(gram: Float64Array, columns: Float64Array, features: number): void {
  const band = 192;
  for (let first = 0; first < features; first += band) {
    addProducts({
      left: columns,
      right: columns,
      stride: batch,
      depth: batch,
      out: gram,
      outStride: features,
      rows: [first, features],
      columns: [first, Math.min(first + band, features)],
    });
  }
}

function standardise({ gram, sums }: Moments, features: number, images: number, ridge: number) {
  const means = sums.map((sum) => sum / images);
  const scales = means.map((mean, i) => {
    const variance = gram[i * features + i]! / images - mean * mean;
    return Math.sqrt(Math.max(variance, 1e-12));
  });
  for (let i = 0; i < features; i++) {
    for (let j = 0; j <= i; j++) {
      const at = i * features + j;
      const covariance = gram[at]! - images * means[i]! * means[j]!;
      gram[at] = covariance / (scales[i]! * scales[j]!);
    }
    gram[i * features + i] = gram[i * features + i]! + ridge * images;
  }
  return { gram, means, scales };
}
