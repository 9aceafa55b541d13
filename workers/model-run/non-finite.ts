import { ModelFailure } from "./model-failure";

/** The failure of a model that gave no numbers for an image, which is counted from 0. */
export function nonFinite(image: number, images: number): ModelFailure {
  const failure = new ModelFailure(
    "non-finite",
    `The model returned NaN or infinity for image ${image + 1} of ${images}.`,
    "Look for a division by zero, the logarithm of zero or an overflow in float16 (model.float() before the export).",
  );
  failure.image = image + 1;
  return failure;
}
