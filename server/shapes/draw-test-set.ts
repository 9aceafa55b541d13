import { type DrawnShapes, drawShapes } from "./draw-shapes";
import { type ShapesRole, skews } from "./nuisance";

/**
 * Draws a test set of `images` images from the original or the new distribution. The same `random` gives the same images: a
 * hidden test set is as secret as its generator, so give it a keyed one, and each role its own.
 */
export function drawTestSet(random: () => number, role: ShapesRole, images: number): DrawnShapes {
  return drawShapes(random, skews[role], images);
}
