import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeHostileModel } from "../../../fixtures/write-hostile-model";
import { writeMarkedImages } from "../../../fixtures/write-marked-images";
import { writeMeanModel } from "../../../fixtures/write-mean-model";
import { classesOf, folder, IMAGES, sandbox, shard } from "./classes-of";

test("what ran is recorded", async () => {
  const { ran } = await classesOf(writeMeanModel(), { threads: 2 });
  expect(ran).toMatchObject({
    images: IMAGES,
    answered: IMAGES,
    device: "cpu",
    threads: 2,
    sandbox: sandbox.kind,
    runtime: expect.stringMatching(/^onnxruntime \d+\.\d+\.\d+ CPUExecutionProvider$/),
    deviceClass: expect.stringMatching(/^onnxruntime .*, \w+, 2 threads$/),
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
  await expect(failure).rejects.toMatchObject({ message: expect.stringContaining("returned more") });
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
