import { readFileSync } from "node:fs";
import onnxProto from "onnx-proto";
import { expect, test } from "vitest";
import { writeModel } from "@/server/onnx/write-model";
import { classifierModel } from "@/server/shapes/classifier-model";
import { classifierRecipes } from "@/server/shapes/classifier-recipes";
import { drawShapes } from "@/server/shapes/draw-shapes";
import { skews } from "@/server/shapes/nuisance";
import { makeScorer } from "@/server/shapes/score-image";
import { trainRecipe } from "@/server/shapes/train-recipe";
import { seededRandom } from "@/server/statistics/seeded-random";

const smallest = classifierRecipes[0]!;

function weightsOf(model: Uint8Array): Map<string, Float32Array> {
  const tensors = onnxProto.onnx.ModelProto.decode(model).graph?.initializer ?? [];
  return new Map(
    tensors.map(({ name, rawData }) => [name!, new Float32Array(Uint8Array.from(rawData!).buffer)]),
  );
}

// Weights, not bytes: Math.sin and ** may differ in the last bit from one JavaScript engine to another.
test("the smallest committed model is what its recipe trains", { timeout: 60_000 }, () => {
  const committed = weightsOf(readFileSync(`server/seed/models/${smallest.name}.onnx`));
  const trained = weightsOf(writeModel(classifierModel(smallest.name, trainRecipe(smallest))));
  expect([...trained.keys()]).toEqual([...committed.keys()]);
  for (const [name, values] of trained) {
    for (const [i, value] of values.entries()) expect(value, name).toBeCloseTo(committed.get(name)![i]!, 4);
  }
});

test("a classifier trained on 1,500 images is right on far more than the tenth that guessing gives", {
  timeout: 60_000,
}, () => {
  const score = makeScorer(
    trainRecipe({ ...smallest, design: { ...smallest.design, filters: 8 }, images: 1500 }),
  );
  const { pixels, labels } = drawShapes(seededRandom(77).fraction, skews.original, 300);
  let correct = 0;
  for (const [i, label] of labels.entries()) {
    const scores = score(pixels.subarray(i * 3072, (i + 1) * 3072));
    if (scores.indexOf(Math.max(...scores)) === label) correct++;
  }
  expect(correct).toBeGreaterThan(120);
});
