import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { assert, asyncProperty, constantFrom, integer, record, uniqueArray } from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "@/server/statistics/seeded-random";
import { beginShardRun } from "@/workers/model-run/shard-run";
import { secretPermutation } from "@/workers/secret-permutation";
import { writeCoupledModel } from "../../../fixtures/write-coupled-model";
import { writeDenseModel } from "../../../fixtures/write-dense-model";
import { writeHostileModel } from "../../../fixtures/write-hostile-model";
import { folder, sandbox } from "./classes-of";
import { hidden, IMAGES, marked, original, scoresOf } from "./scores-of-noise";

const numRuns = 12;
/** One attempt at an evaluation: in which order, with how many images a run where the model leaves it open, cut where. */
const attempts = record({
  order: integer({ min: 1 }).map((seed) => {
    const random = seededRandom(seed);
    return secretPermutation(IMAGES, () => random.fraction());
  }),
  batch: constantFrom(1, 3, 8, 16, 64),
  cuts: uniqueArray(integer({ min: 1, max: IMAGES - 1 }), { maxLength: 12 }),
});

const alone: [does: string, model: Uint8Array][] = [
  ["quantises by the range of a batch", writeCoupledModel("quantised")],
  ["takes a softmax over a batch of 8", writeCoupledModel("softmax", 8)],
  ["is like any other, run one image at a time", writeDenseModel()],
];

test.each(alone)(
  "alone, a model that %s has one answer an image in any order and batch",
  async (_, model) => {
    const { scores: first } = await scoresOf(model, { alone: true });
    await assert(
      asyncProperty(attempts, async ({ order, batch }) => {
        expect((await scoresOf(model, { alone: true, order, batch })).scores).toEqual(first);
      }),
      { numRuns },
    );
  },
);

test.each(["N", 8, 64] as const)(
  "together, batch %s, a model has one answer an image in any order, however its images are cut into runs",
  async (size) => {
    const model = writeDenseModel(size);
    const batch = size === "N" ? 16 : size;
    const modelPath = join(folder, "dense.onnx");
    writeFileSync(modelPath, model);
    const { scores: first } = await scoresOf(model, { alone: false, batch });
    await assert(
      asyncProperty(attempts, async ({ order, cuts }) => {
        const scores: number[][] = [];
        const run = beginShardRun({
          modelPath,
          shard: hidden,
          padding: original,
          classes: 3,
          preprocessing: { layout: "NCHW", mean: [0, 0, 0], std: [1, 1, 1] },
          sandbox,
          device: "cpu",
          quiet: true,
          alone: false,
          batch,
          order,
          cuts,
          onScores: (image, given) => (scores[image] = [...given]),
        });
        expect(await run.child()).toBeNull();
        run.close();
        expect(scores).toEqual(first);
      }),
      { numRuns },
    );
  },
);

test("an image on which the runtime crashes takes no other with it, wherever it comes and whatever is run again", async () => {
  const model = writeHostileModel("crash", "N");
  const { scores: first, ran } = await scoresOf(model, { alone: false, batch: 16 });
  expect(ran).toMatchObject({ answered: IMAGES - 1, lost: 1, forfeited: null });
  expect(first[marked]).toBeUndefined();
  await assert(
    asyncProperty(attempts, async ({ order }) => {
      expect((await scoresOf(model, { alone: false, order, batch: 16 })).scores).toEqual(first);
    }),
    { numRuns: 6 },
  );
});

test("a model that couples images on hidden ones alone has one answer an image in any order", async () => {
  const model = writeCoupledModel("marked");
  const { scores: first } = await scoresOf(model, { alone: true });
  await assert(
    asyncProperty(attempts, async ({ order }) => {
      const { scores, ran } = await scoresOf(model, { order, batch: 16 });
      expect(ran.alone).toBe(true);
      expect(scores).toEqual(first);
    }),
    { numRuns: 6 },
  );
});
