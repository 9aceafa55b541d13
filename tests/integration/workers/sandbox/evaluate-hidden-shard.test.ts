import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSandbox } from "@/workers/model-run/open-sandbox";
import { writeHostileModel } from "../../../fixtures/write-hostile-model";
import { writeMarkedImages } from "../../../fixtures/write-marked-images";
import { writeMeanModel } from "../../../fixtures/write-mean-model";
import { classesOf, folder, IMAGES, right, sandbox, shard } from "./classes-of";

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

const looping = writeMarkedImages(join(folder, "looping.bin"), IMAGES, [0]);
const allowance = { chunkMs: 500, totalMs: 20_000 };

test("an image that takes too much of a processor is lost, and no other", async () => {
  const { named, ran } = await classesOf(writeHostileModel("loop", "N"), {
    quiet: true,
    shard: looping,
    padding: shard,
    allowance,
  });
  expect(named).toEqual(right.with(0, -1));
  expect(ran).toMatchObject({ answered: IMAGES - 1, lost: 1, restarts: 2, forfeited: null });
  // Once with its chunk, once alone.
  expect(ran.cpuMs).toBeGreaterThan(2 * allowance.chunkMs);
});

test("a model that uses more than it has for all images forfeits them, and nothing is thrown", async () => {
  const { ran } = await classesOf(writeHostileModel("loop", "N"), {
    quiet: true,
    shard: looping,
    allowance: { chunkMs: 60_000, totalMs: 800 },
  });
  expect(ran).toMatchObject({ forfeited: "time" });
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
