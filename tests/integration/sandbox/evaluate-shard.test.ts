import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { evaluateShard } from "@/workers/model-run/evaluate-shard";
import { openSandbox } from "@/workers/model-run/open-sandbox";
import { type ShardEvaluation } from "@/workers/model-run/shard-evaluation";
import { writeHostileModel } from "../../fixtures/write-hostile-model";
import { writeMarkedImages } from "../../fixtures/write-marked-images";
import { writeMeanModel } from "../../fixtures/write-mean-model";

const folder = mkdtempSync(join(tmpdir(), "rung-shard-"));
afterAll(() => rmSync(folder, { recursive: true }));
const sandbox = await openSandbox("auto", folder);
const IMAGES = 50;
const shard = writeMarkedImages(join(folder, "images.bin"), IMAGES);
let models = 0;

/** Evaluates a model and returns the class it named for each image, -1 where it gave no answer. */
async function classesOf(model: Uint8Array, changes: Partial<ShardEvaluation> = {}) {
  const modelPath = join(folder, `${(models += 1)}.onnx`);
  writeFileSync(modelPath, model);
  const named = Array.from({ length: IMAGES }, () => -1);
  const seen: number[] = [];
  const ran = await evaluateShard({
    modelPath,
    shard,
    classes: 3,
    preprocessing: { layout: "NCHW", mean: [0, 0, 0], std: [1, 1, 1] },
    sandbox,
    device: "cpu",
    quiet: false,
    onScores: (image, scores) => {
      seen.push(image);
      named[image] = scores.indexOf(Math.max(...scores));
    },
    ...changes,
  });
  return { named, seen, ran };
}
const right = Array.from({ length: IMAGES }, (_, image) => image % 3);

describe("real uploads as they are", () => {
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
      hint: expect.stringMatching(/protobuf/i),
    });
  });
});

describe("hidden test sets", () => {
  const order = Uint32Array.from({ length: IMAGES }, (_, i) => (i * 7 + 3) % IMAGES);

  test("the model sees the secret order; scores come back under the images' own numbers", async () => {
    const { named, seen } = await classesOf(writeMeanModel(), { quiet: true, order });
    expect(named).toEqual(right);
    expect(seen).toEqual([...order]);
  });

  test("no progress is told", async () => {
    let told = 0;
    await classesOf(writeMeanModel(), { quiet: true, onProgress: () => (told += 1) });
    expect(told).toBe(0);
    await classesOf(writeMeanModel(), { quiet: false, onProgress: () => (told += 1) });
    expect(told).toBeGreaterThan(1);
  });

  test("at the deadline the run ends; what is not answered is left out and nothing is thrown", async () => {
    const looping = writeMarkedImages(join(folder, "looping.bin"), IMAGES, [0]);
    const started = Date.now();
    const { named, ran } = await classesOf(writeHostileModel("loop", 1), {
      quiet: true,
      shard: looping,
      deadline: started + 1_500,
    });
    expect(ran.answered).toBe(0);
    expect(named).toEqual(right.map(() => -1));
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  test("are never shown to a model without a sandbox", async () => {
    const none = await openSandbox("none", folder);
    await expect(classesOf(writeMeanModel(), { sandbox: none, quiet: true })).rejects.toMatchObject({
      code: "sandbox_missing",
    });
    expect((await classesOf(writeMeanModel(), { sandbox: none })).named).toEqual(right);
  });

  test("a runtime that does not start is our fault, not a wrong answer", async () => {
    const broken = { ...sandbox, program: join(folder, "broken.cjs") };
    writeFileSync(broken.program, "process.exit(1)");
    await expect(classesOf(writeMeanModel(), { sandbox: broken, quiet: true })).rejects.toThrow(
      /did not start/,
    );
  });
});

describe("the worker's side", () => {
  test("what ran is recorded", async () => {
    const { ran } = await classesOf(writeMeanModel(), { threads: 2 });
    expect(ran).toMatchObject({
      images: IMAGES,
      answered: IMAGES,
      device: "cpu",
      provider: "CPUExecutionProvider",
      threads: 2,
      sandbox: sandbox.kind,
      runtimeVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
    expect(ran.elapsedMs).toBeGreaterThan(0);
  });

  test("an aborted evaluation throws the signal's reason and leaves at once", async () => {
    const looping = writeMarkedImages(join(folder, "abort.bin"), IMAGES, [0]);
    for (const quiet of [false, true]) {
      const reason = new Error("told to stop");
      const ending = new AbortController();
      setTimeout(() => ending.abort(reason), 300);
      const given = { shard: looping, quiet, signal: ending.signal };
      await expect(classesOf(writeHostileModel("loop", 1), given)).rejects.toBe(reason);
    }
  });

  test("a shard that is shorter than its shape says is an error of ours", async () => {
    await expect(classesOf(writeMeanModel(), { shard: { ...shard, images: IMAGES + 1 } })).rejects.toThrow(
      /does not hold/,
    );
  });

  test("a child that answers more than it was asked for is ended", async () => {
    const chatty = { ...sandbox, program: join(folder, "chatty.cjs") };
    writeFileSync(
      chatty.program,
      `const fs = require("fs"); fs.writeSync(3, Uint8Array.of(1)); fs.writeSync(1, new Uint8Array(1e5)); for (;;);`,
    );
    const failure = classesOf(writeMeanModel(), { sandbox: chatty });
    await expect(failure).rejects.toMatchObject({ message: expect.stringContaining("answered more") });
  });

  test("memory does not grow with the number of images: 20,000 of 64 x 64, a quarter of a gigabyte", async () => {
    const many = {
      path: join(folder, "many.bin"),
      images: 20_000,
      height: 64,
      width: 64,
      channels: 3 as const,
    };
    writeFileSync(many.path, "");
    truncateSync(many.path, many.images * 64 * 64 * 3);
    const before = process.memoryUsage().rss;
    let most = 0;
    const onScores = (image: number) => {
      if (image % 500 === 0) most = Math.max(most, process.memoryUsage().rss);
    };
    const { ran } = await classesOf(writeMeanModel({ side: 64 }), { shard: many, onScores });
    expect(ran.answered).toBe(many.images);
    expect(most - before).toBeLessThan(80e6);
  });
});
