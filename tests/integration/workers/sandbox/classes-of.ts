import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { evaluateShard } from "@/workers/model-run/evaluate-shard";
import { openSandbox } from "@/workers/model-run/open-sandbox";
import { type ShardEvaluation } from "@/workers/model-run/shard-evaluation";
import { writeMarkedImages } from "../../../fixtures/write-marked-images";
export const folder = mkdtempSync(join(tmpdir(), "rung-shard-"));
afterAll(() => rmSync(folder, { recursive: true }));
export const sandbox = await openSandbox("auto", folder);
export const IMAGES = 50;
export const shard = writeMarkedImages(join(folder, "images.bin"), IMAGES);
let models = 0;

/** Evaluates a model and returns the class it named for each image, -1 where it gave no answer. */
export async function classesOf(model: Uint8Array, changes: Partial<ShardEvaluation> = {}) {
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
export const right = Array.from({ length: IMAGES }, (_, image) => image % 3);
