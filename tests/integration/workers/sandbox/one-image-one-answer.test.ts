import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { seededRandom } from "@/server/statistics/seeded-random";
import { evaluateShard } from "@/workers/model-run/evaluate-shard";
import type { ShardEvaluation } from "@/workers/model-run/shard-evaluation";
import { secretPermutation } from "@/workers/secret-permutation";
import { type Coupling, writeCoupledModel } from "../../../fixtures/write-coupled-model";
import { SIDE } from "../../../fixtures/write-hostile-model";
import { writeMeanModel } from "../../../fixtures/write-mean-model";
import { folder, sandbox } from "./classes-of";

const IMAGES = 100;
const marked = 41;

/** Images of noise, each with a brightness of its own; one of the hidden ones has a full red channel. */
function drawShard(name: string, seed: number, mark?: number): ShardEvaluation["shard"] {
  const random = seededRandom(seed);
  const area = SIDE * SIDE;
  const pixels = new Uint8Array(IMAGES * area * 3);
  for (let image = 0; image < IMAGES; image += 1) {
    const most = 20 + 200 * random.fraction();
    for (let i = 0; i < 3 * area; i += 1) {
      const isFull = image === mark && i % 3 === 0;
      pixels[image * area * 3 + i] = isFull ? 255 : most * random.fraction();
    }
  }
  const path = join(folder, name);
  writeFileSync(path, pixels);
  return { path, images: IMAGES, height: SIDE, width: SIDE, channels: 3 };
}
const original = drawShard("noise-original.bin", 1);
const hidden = drawShard("noise-hidden.bin", 2, marked);

async function scoresOf(model: Uint8Array, changes: Partial<ShardEvaluation>) {
  const modelPath = join(folder, "one-answer.onnx");
  writeFileSync(modelPath, model);
  const scores: number[][] = [];
  const ran = await evaluateShard({
    modelPath,
    shard: hidden,
    padding: original,
    classes: 3,
    preprocessing: { layout: "NCHW", mean: [0, 0, 0], std: [1, 1, 1] },
    sandbox,
    device: "cpu",
    quiet: true,
    onScores: (image, given) => (scores[image] = [...given]),
    onVoid: () => scores.splice(0),
    ...changes,
  });
  return { scores, ran };
}

/** Evaluations of the hidden images that differ in all that must not matter. */
async function anyHow(model: Uint8Array, { alone }: { alone: boolean }, batches: number[]) {
  const random = seededRandom(3);
  const found = [];
  for (const batch of batches) {
    const order = secretPermutation(IMAGES, () => random.fraction());
    found.push((await scoresOf(model, { order, batch, alone })).scores);
  }
  return found;
}

describe.each<Coupling>(["quantised", "softmax"])("a model whose images are %s together", (coupling) => {
  test.each(["N", 8] as const)(
    "is found out on original images and run one image at a time, batch %s",
    async (batch) => {
      const model = writeCoupledModel(coupling, batch);
      const { ran } = await scoresOf(model, { quiet: false, shard: original });
      expect(ran.alone).toBe(true);
      const [first, ...others] = await anyHow(model, ran, batch === "N" ? [1, 4, 7, 64] : [8, 8, 8]);
      for (const other of others) expect(other).toEqual(first);
    },
  );
});

test.each(["N", 8, 64] as const)(
  "an ordinary model runs together, and gives an image one answer all the same, batch %s",
  async (batch) => {
    const model = writeMeanModel({ batch });
    const { ran } = await scoresOf(model, { quiet: false, shard: original });
    expect(ran.alone).toBe(false);
    const batches = batch === "N" ? [16, 16, 16] : [batch, batch, batch];
    const [first, ...others] = await anyHow(model, ran, batches);
    for (const other of others) expect(other).toEqual(first);
  },
);

test("a model that couples images only on hidden ones is run again one by one, in whatever order", async () => {
  const model = writeCoupledModel("marked");
  const { ran } = await scoresOf(model, { quiet: false, shard: original });
  expect(ran.alone).toBe(false);
  const { scores: first } = await scoresOf(model, { alone: true });
  const random = seededRandom(4);
  for (let repetition = 0; repetition < 3; repetition += 1) {
    const order = secretPermutation(IMAGES, () => random.fraction());
    const { scores, ran } = await scoresOf(model, { order, batch: 16 });
    expect(ran).toMatchObject({ alone: true, answered: IMAGES, forfeited: null });
    expect(scores).toEqual(first);
  }
});
