import { seededRandom } from "../statistics/seeded-random";
import type { ClassifierRecipe } from "./classifier-recipes";
import { drawShapes } from "./draw-shapes";
import { type Classifier, trainClassifier } from "./train-classifier";

/** Draws a recipe's training images and trains its classifier; the same recipe always gives the same classifier. */
export function trainRecipe({ design, skew, images, seed }: ClassifierRecipe): Classifier {
  const random = seededRandom(seed).fraction;
  return trainClassifier(design, drawShapes(random, skew, images), random);
}
