import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "@/server/statistics/seeded-random";
import { evaluateShard } from "@/workers/model-run/evaluate-shard";
import type { ShardEvaluation } from "@/workers/model-run/shard-evaluation";
import { SIDE } from "../../../fixtures/write-hostile-model";
import { folder, sandbox } from "./classes-of";

export const IMAGES = 100;
/** The hidden image with a full red channel, which some models wait for. */
export const marked = 41;

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
export const original = drawShard("noise-original.bin", 1);
export const hidden = drawShard("noise-hidden.bin", 2, marked);

/** Scores of the hidden images, by image, unless `changes` says otherwise. */
export async function scoresOf(model: Uint8Array, changes: Partial<ShardEvaluation>) {
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
