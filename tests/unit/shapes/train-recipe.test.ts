import { expect, test } from "vitest";
import { writeModel } from "@/server/onnx/write-model";
import { classifierModel } from "@/server/shapes/classifier-model";
import { type ClassifierRecipe, classifierRecipes } from "@/server/shapes/classifier-recipes";
import { makeScorer } from "@/server/shapes/score-image";
import { trainRecipe } from "@/server/shapes/train-recipe";

const short = { ...classifierRecipes[0]!, images: 60 };
const exported = (recipe: ClassifierRecipe) => writeModel(classifierModel(recipe.name, trainRecipe(recipe)));

test("the same recipe gives the same bytes, another seed others", () => {
  expect(Buffer.compare(exported(short), exported(short))).toBe(0);
  expect(Buffer.compare(exported(short), exported({ ...short, seed: 99 }))).not.toBe(0);
});

test("a trained classifier gives every image ten finite scores", () => {
  const scores = makeScorer(trainRecipe(short))(new Uint8Array(32 * 32 * 3).fill(128));
  expect(scores).toHaveLength(10);
  expect(scores.every(Number.isFinite)).toBe(true);
});
