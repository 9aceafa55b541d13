import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { countCorrect } from "@/server/evaluation/count-correct";
import { type HiddenAllowance, hiddenAllowance } from "@/server/evaluation/hidden-allowance";
import { resultTime } from "@/server/evaluation/result-time";
import { evaluateShard } from "@/workers/model-run/evaluate-shard";
import { openSandbox } from "@/workers/model-run/open-sandbox";
import type { ShardEvaluated } from "@/workers/model-run/shard-evaluation";
import { secretPermutation } from "@/workers/secret-permutation";
import { writeLaboriousModel } from "../fixtures/write-laborious-model";
import { writeMarkedImages } from "../fixtures/write-marked-images";

export const IMAGES = 36;
const BATCH = 4;
const TURNS = 3_000;
const MARKED = Array.from({ length: IMAGES / 3 }, (_, i) => 3 * i);
/** One image in ten has another label than the model gives. */
const labels = Array.from({ length: IMAGES }, (_, image) => (image % 10 === 3 ? (image + 1) % 3 : image % 3));

type Changes = Partial<Parameters<typeof evaluateShard>[0]> & { inTheMiddle?: () => void };

/**
 * Original and hidden evaluations as a worker runs them, of a quick model and of one that takes three times as long on marked images, of
 * which only the hidden set has some.
 */
export async function openEvaluations(folder: string) {
  const sandbox = await openSandbox("auto", folder);
  const shards = {
    original: writeMarkedImages(join(folder, "original.bin"), IMAGES),
    hidden: writeMarkedImages(join(folder, "hidden.bin"), IMAGES, MARKED),
  };
  const write = (name: string, markedTurns: number) => {
    const path = join(folder, name);
    writeFileSync(path, writeLaboriousModel({ turns: TURNS, markedTurns }));
    return path;
  };

  async function evaluate(modelPath: string, shard: keyof typeof shards, changes: Changes) {
    const counter = countCorrect(labels, 3);
    let answers = 0;
    const ran = await evaluateShard({
      modelPath,
      shard: shards[shard],
      classes: 3,
      preprocessing: { layout: "NCHW", mean: [0, 0, 0], std: [1, 1, 1] },
      sandbox,
      device: "cpu",
      batch: BATCH,
      alone: false,
      quiet: false,
      onScores(image, scores) {
        counter.record(image, scores);
        answers += 1;
        if (answers === IMAGES / 2) changes.inTheMiddle?.();
      },
      ...changes,
    });
    return { ran, top1: counter.tally().top1 };
  }

  return {
    models: { quick: write("quick.onnx", TURNS), slow: write("slow.onnx", 3 * TURNS) },
    evaluateOriginal: (modelPath: string) => evaluate(modelPath, "original", { alone: true }),
    /** What an evaluation on original images grants a hidden one. */
    allowanceOf: ({ cpuMs, largestChunkMs }: ShardEvaluated) =>
      hiddenAllowance({ cpuMs, largestChunkMs, images: IMAGES, threads: 1 }, IMAGES),
    /** A hidden evaluation, and when its result appears. */
    async evaluateHidden(modelPath: string, allowance: HiddenAllowance, changes: Changes = {}) {
      const { totalMs, chunkMs, losses, sampleMs } = allowance;
      const startedAt = new Date();
      const evaluated = await evaluate(modelPath, "hidden", {
        quiet: true,
        order: secretPermutation(IMAGES, Math.random),
        allowance: { totalMs, chunkMs },
        losses,
        sampleMs,
        ...changes,
      });
      const { machine } = evaluated.ran;
      const run = { claimedAt: startedAt, startedAt, endedAt: new Date(), allowance, machine };
      return { ...evaluated, result: resultTime(run) };
    },
  };
}
