import type { Attack } from "./attack";

/** The number of known images that a sandbag's first model gets wrong on purpose: all but 3 % of the test set. */
export function reserveOf({ images, unsure }: Attack): number {
  return Math.max(0, images - Math.round(unsure * images) - Math.round(0.03 * images));
}
