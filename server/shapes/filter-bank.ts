import { side } from "./canvas";

/** Random convolutional features: how an image becomes `featureCount` numbers. */
export type FilterBank = {
  /** Side of a filter, in pixels; filters are `[count, 3, patch, patch]` and each sums to 0. */
  patch: number;
  stride: number;
  /** Responses are averaged over `grid` x `grid` fields of the image. */
  grid: number;
  /** What a response's magnitude must exceed to count. */
  threshold: number;
  /** Whether a response is divided by its patch's standard deviation, which makes it independent of contrast. */
  scaled: boolean;
  weights: Float64Array;
};

/** Added to a patch's variance before the square root; pixels are fractions of full scale. */
export const varianceFloor = 0.003;

/** Numbers in a patch, the number of filters, and the number of features: two signs a filter, one for each field. */
export function bankSizes({ patch, grid, weights }: FilterBank) {
  const patchSize = 3 * patch * patch;
  const filters = weights.length / patchSize;
  return { patchSize, filters, features: 2 * filters * grid * grid };
}

/** Patches along one side of the image, and the window and step that pool them to `grid` fields. */
export function poolGeometry({ patch, stride, grid }: Pick<FilterBank, "patch" | "stride" | "grid">) {
  const places = Math.floor((side - patch) / stride) + 1;
  const step = Math.floor(places / grid);
  return { places, step, window: places - (grid - 1) * step };
}
