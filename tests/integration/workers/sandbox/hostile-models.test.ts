import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { countCorrect } from "@/server/evaluation/count-correct";
import { evaluateShard } from "@/workers/model-run/evaluate-shard";
import type { Sandbox } from "@/workers/sandbox/launch";
import { CLASSES, type Misdeed, writeHostileModel } from "../../../fixtures/write-hostile-model";
import { writeMarkedImages } from "../../../fixtures/write-marked-images";
import { workingSandboxes } from "./working-sandboxes";

const folder = mkdtempSync(join(tmpdir(), "rung-hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));
const sandboxes = await workingSandboxes(folder);

const IMAGES = 100;
const marked = [5, 40, 41];
const shard = writeMarkedImages(join(folder, "marked.bin"), IMAGES, marked);
const labels = Array.from({ length: IMAGES }, (_, image) => (marked.includes(image) ? 0 : image % 3));
const withoutTrap = process.arch !== "x64" && "a division that overflows is no trap on this processor";

async function run(
  sandbox: Sandbox,
  { misdeed, batch, quiet }: { misdeed: Misdeed; batch: 1 | "N"; quiet: boolean },
) {
  const modelPath = join(folder, `${misdeed}-${batch}.onnx`);
  writeFileSync(modelPath, writeHostileModel(misdeed, batch));
  const counter = countCorrect(labels, CLASSES);
  const ran = await evaluateShard({
    modelPath,
    shard,
    classes: CLASSES,
    preprocessing: { layout: "NCHW", mean: [0, 0, 0], std: [1, 1, 1] },
    sandbox,
    device: "cpu",
    quiet,
    limits: { chunkMs: 1_000, imageMs: 60 },
    onScores: counter.record,
  });
  const { wrong } = counter.tally();
  return { ran, wrong: labels.map((_, image) => image).filter((image) => wrong.top1[image]) };
}

const rows: [does: string, misdeed: Misdeed, kind: string, words: RegExp][] = [
  ["loops for ever", "loop", "time", /did not answer within .* s of processor time on .*images? .* of 100/],
  ["allocates 50 GB", "allocate", "memory", /memory limit of 4 GiB on .* of 100/],
  ["crashes the runtime", "crash", "crash", /crashed the runtime on .* of 100/],
  ["throws", "throw", "run", /stopped with an error on .* of 100/],
  ["returns NaN", "nan", "non-finite", /NaN or infinity for image 6 of 100/],
];

describe.each(sandboxes)("in $kind", (sandbox) => {
  test("a model that does nothing wrong gets every image right, marked or not", async () => {
    const { ran, wrong } = await run(sandbox, { misdeed: "nothing", batch: "N", quiet: true });
    expect(wrong).toEqual([]);
    expect(ran).toMatchObject({ answered: IMAGES, restarts: 0, sandbox: sandbox.kind, device: "cpu" });
  });

  describe.each(rows)("a model that %s on three images", (_, misdeed, kind, words) => {
    const skip = misdeed === "crash" && withoutTrap;
    if (skip) console.warn(`skipped: ${skip}`);

    test.skipIf(skip)("fails on a public set, with words and a hint", async () => {
      const failure = run(sandbox, { misdeed, batch: "N", quiet: false });
      await expect(failure).rejects.toMatchObject({
        name: "ModelFailure",
        kind,
        message: expect.stringMatching(words),
        hint: expect.stringMatching(/./),
      });
    });

    for (const batch of [1, "N"] as const) {
      test.skipIf(skip)(`loses these three images and no other on a hidden set, batch ${batch}`, async () => {
        const { wrong } = await run(sandbox, { misdeed, batch, quiet: true });
        expect(wrong).toEqual(marked);
      });
    }
  });
});

const [sandbox] = sandboxes;

test.skipIf(!sandbox)("a model that dies on every hidden image ends soon and is no failure", async () => {
  const all = writeMarkedImages(
    join(folder, "all.bin"),
    IMAGES,
    labels.map((_, image) => image),
  );
  const modelPath = join(folder, "always.onnx");
  writeFileSync(modelPath, writeHostileModel("crash", 1));
  const ran = await evaluateShard({
    modelPath,
    shard: all,
    classes: CLASSES,
    preprocessing: { layout: "NCHW", mean: [0, 0, 0], std: [1, 1, 1] },
    sandbox: sandbox!,
    device: "cpu",
    quiet: true,
    onScores: () => {},
  });
  if (!withoutTrap) expect(ran).toMatchObject({ answered: 0 });
  expect(ran.restarts).toBeLessThanOrEqual(42);
});
