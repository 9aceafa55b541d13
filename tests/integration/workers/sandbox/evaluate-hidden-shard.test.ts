import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSandbox } from "@/workers/model-run/open-sandbox";
import { writeHostileModel } from "../../../fixtures/write-hostile-model";
import { writeMarkedImages } from "../../../fixtures/write-marked-images";
import { writeMeanModel } from "../../../fixtures/write-mean-model";
import { classesOf, folder, IMAGES, right, sandbox } from "./classes-of";

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
