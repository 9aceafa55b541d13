import { describe, expect, test } from "vitest";
import { seededRandom } from "@/server/statistics/seeded-random";
import { secretPermutation } from "@/workers/secret-permutation";
import { type Coupling, writeCoupledModel } from "../../../fixtures/write-coupled-model";
import { writeMeanModel } from "../../../fixtures/write-mean-model";
import { IMAGES, original, scoresOf } from "./scores-of-noise";

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
