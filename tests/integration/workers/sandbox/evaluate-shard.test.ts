import { expect, test } from "vitest";
import { type ShardEvaluation } from "@/workers/model-run/shard-evaluation";
import { writeMeanModel } from "../../../fixtures/write-mean-model";
import { classesOf, right } from "./classes-of";

for (const type of ["float32", "float16", "uint8"] as const)
  for (const layout of ["NCHW", "NHWC"] as const)
    test(`${type}, ${layout}`, async () => {
      const preprocessing = {
        layout,
        mean: [0.1, 0.1, 0.1],
        std: [2, 2, 2],
      } as ShardEvaluation["preprocessing"];
      expect((await classesOf(writeMeanModel({ type, layout }), { preprocessing })).named).toEqual(right);
    });

test("a fixed batch that does not divide the images", async () => {
  expect((await classesOf(writeMeanModel({ batch: 7 }))).named).toEqual(right);
});

test("a fixed batch larger than the test set", async () => {
  expect((await classesOf(writeMeanModel({ batch: 64 }))).named).toEqual(right);
});

test("an output without a batch axis", async () => {
  expect((await classesOf(writeMeanModel({ batch: 1, flat: true }))).named).toEqual(right);
});

test("a model whose input names a free batch but whose graph takes one image", async () => {
  expect((await classesOf(writeMeanModel({ stubborn: true }))).named).toEqual(right);
});

test("mean and std reach the model as (value / 255 - mean) / std", async () => {
  const given: number[][] = [];
  await classesOf(writeMeanModel(), {
    preprocessing: { layout: "NCHW", mean: [0.5, 0.25, 0], std: [0.5, 2, 1] },
    onScores: (_, scores) => given.push([...scores]),
  });
  const bright = 200 / 255;
  const dark = 10 / 255;
  [(bright - 0.5) / 0.5, (dark - 0.25) / 2, dark].forEach((value, i) =>
    expect(given[0]![i]).toBeCloseTo(value, 5),
  );
});

test("another number of classes fails, naming both shapes", async () => {
  const failure = classesOf(writeMeanModel({ batch: 1, classes: 4 }));
  await expect(failure).rejects.toMatchObject({
    kind: "output",
    message: expect.stringContaining("[1, 4] for [1, 3]"),
  });
});

test("a file that the runtime cannot load fails, saying so", async () => {
  await expect(classesOf(Uint8Array.of(1, 2, 3))).rejects.toMatchObject({ kind: "load" });
});

test("a file that says ORTM in its head is not loaded as another format", async () => {
  const disguised = new Uint8Array(64);
  disguised.set(new TextEncoder().encode("ORTM"), 4);
  await expect(classesOf(disguised)).rejects.toMatchObject({
    kind: "load",
    message: expect.stringMatching(/protobuf/i),
  });
});
