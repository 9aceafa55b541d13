import { skews } from "./nuisance";
import type { ClassifierDesign } from "./train-classifier";

/** A classifier of the Shapes benchmark: trained on `images` images of this skew, everything drawn from `seed`. */
export type ClassifierRecipe = {
  name: string;
  /** A reference model is scored at the first start; an example is for visitors to submit. */
  use: "reference" | "example";
  design: ClassifierDesign;
  skew: number;
  images: number;
  seed: number;
};

const usual: ClassifierDesign = {
  filters: 2,
  patch: 8,
  stride: 2,
  grid: 2,
  threshold: 0.5,
  scaled: true,
  whitening: 0.5,
  ridge: 0.01,
};

const recipe = (
  use: ClassifierRecipe["use"],
  name: string,
  seed: number,
  design: Partial<ClassifierDesign>,
  training: { skew?: number; images?: number } = {},
): ClassifierRecipe => ({
  name,
  use,
  design: { ...usual, ...design },
  skew: skews.original,
  images: 8000,
  seed,
  ...training,
});

/**
 * The eleven classifiers. The number in a reference model's name is its number of features; patch, pooling and scaling vary so
 * that the models do not differ in size alone.
 */
export const classifierRecipes: ClassifierRecipe[] = [
  recipe("reference", "random-features-16", 1, { filters: 2 }, { images: 2000 }),
  recipe("reference", "random-features-32", 2, { filters: 4, whitening: 0.1 }),
  recipe("reference", "random-features-64", 3, { filters: 8, patch: 6, whitening: 0.1 }),
  recipe("reference", "random-features-128", 4, { filters: 16, scaled: false }),
  recipe("reference", "random-features-256", 5, { filters: 32, patch: 6, whitening: 0.1 }),
  recipe("reference", "random-features-512", 6, { filters: 64 }),
  recipe("reference", "random-features-1024", 7, { filters: 128, patch: 6, threshold: 0.25 }),
  recipe("reference", "random-features-4096", 8, { filters: 512, ridge: 0.03 }),
  recipe("example", "mid-field", 9, { filters: 12, grid: 3 }),
  recipe("example", "front-runner", 10, { filters: 128, patch: 10, grid: 3, ridge: 0.02 }),
  recipe("example", "trained-on-hard", 11, { filters: 64 }, { skew: 1.5, images: 12000 }),
];
