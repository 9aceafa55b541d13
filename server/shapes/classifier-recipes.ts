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

/** Filters of the reference models: each has 18 features, two signs in nine fields. */
const sizes = [6, 8, 12, 16, 20, 24, 32, 48];
const models = [1, 2, 3];

/**
 * Three reference models of each size, each from filters and training images of its own: they differ in what they can do, and lie close
 * to one line. The number in a name is that of its features.
 */
const references = sizes.flatMap((filters, size) =>
  models.map((model) =>
    recipe(
      "reference",
      `random-features-${18 * filters}${model === 1 ? "" : `-${model}`}`,
      100 * model + size,
      {
        filters,
        grid: 3,
      },
    ),
  ),
);

/** All classifiers: the references, and those for visitors to submit. */
export const classifierRecipes: ClassifierRecipe[] = [
  ...references,
  recipe("example", "mid-field", 9, { filters: 12, grid: 3 }),
  recipe("example", "front-runner", 10, { filters: 128, patch: 10, grid: 3, ridge: 0.02 }),
  recipe("example", "trained-on-hard", 11, { filters: 64 }, { skew: 1, images: 12000 }),
];
