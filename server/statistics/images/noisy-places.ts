import type { Scale } from "../scale";
import type { ImageNoise } from "./image-noise";
import { nearAccuracies } from "./near-accuracies";

/** Models in a scale's coordinates, less the means of those observed. */
export type Places = {
  /** Four numbers a model: original and new as observed, original and new with noise. */
  points: Float64Array;
  meanX: number;
  meanY: number;
  /** Mean square of the observed original coordinates about their mean. */
  variance: number;
  /** Replaces the noisy coordinates: by those with a fresh noise vector, or with the last one mirrored, in turns. */
  next: () => void;
  /** How many accuracies with noise lay beyond `[1/(2n), 1 - 1/(2n)]` so far and were set to that end. */
  clamped: () => number;
};

/** The places of models whose accuracies on both test sets are moved by the noise of their images. */
export function noisyPlaces({
  original,
  fresh,
  scale,
  fill,
}: {
  original: ImageNoise;
  fresh: ImageNoise;
  scale: Scale;
  fill: (out: Float64Array) => void;
}): Places {
  const models = original.accuracies.length;
  const x = original.accuracies.map(scale.forward);
  const y = fresh.accuracies.map(scale.forward);
  const [meanX, meanY] = [meanOf(x), meanOf(y)];
  const points = new Float64Array(4 * models);
  for (let i = 0; i < models; i++) points.set([x[i]! - meanX, y[i]! - meanY], 4 * i);
  const noises = [new Float64Array(models), new Float64Array(models)] as const;
  const normals = [new Float64Array(original.normals), new Float64Array(fresh.normals)] as const;
  const near = [original, fresh].map((one) => nearAccuracies(scale, one.accuracies, one.images)) as [
    ReturnType<typeof nearAccuracies>,
    ReturnType<typeof nearAccuracies>,
  ];
  let clamped = 0;
  let sign = -1;
  const put = (
    { accuracies, images }: ImageNoise,
    near: ReturnType<typeof nearAccuracies>,
    noise: Float64Array,
    mean: number,
    offset: number,
  ) => {
    for (let i = 0; i < models; i++) {
      const least = 0.5 / images[i]!;
      let accuracy = accuracies[i]! + sign * noise[i]!;
      if (accuracy < least || accuracy > 1 - least) {
        accuracy = accuracy < least ? least : 1 - least;
        clamped += 1;
      }
      points[4 * i + offset] = near(i, accuracy) - mean;
    }
  };
  return {
    points,
    meanX,
    meanY,
    variance: x.reduce((sum, value) => sum + (value - meanX) ** 2 / models, 0),
    next() {
      sign = -sign;
      if (sign > 0) {
        normals.forEach(fill);
        original.draw(normals[0], noises[0]);
        fresh.draw(normals[1], noises[1]);
      }
      put(original, near[0], noises[0], meanX, 2);
      put(fresh, near[1], noises[1], meanY, 3);
    },
    clamped: () => clamped,
  };
}

const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value / values.length, 0);
