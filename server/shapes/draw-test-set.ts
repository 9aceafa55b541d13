import { type DrawnShapes, drawShapes } from "./draw-shapes";
import { type ShapesRole, skews } from "./nuisance";

/**
 * Draws a test set of `images` images from the original or the new distribution. The same `random` gives the same images: a
 * hidden test set is only as secret as its generator, so use a keyed one, separate for each role.
 */
export function drawTestSet(random: () => number, role: ShapesRole, images: number): DrawnShapes {
  return drawShapes(random, skews[role], images);
}
