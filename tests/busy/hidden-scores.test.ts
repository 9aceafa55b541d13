import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { countCorrect } from "@/server/evaluation/count-correct";
import { hiddenAllowance } from "@/server/evaluation/hidden-allowance";
import { resultTime } from "@/server/evaluation/result-time";
import { evaluateShard } from "@/workers/model-run/evaluate-shard";
import { openSandbox } from "@/workers/model-run/open-sandbox";
import type { ShardEvaluated } from "@/workers/model-run/shard-evaluation";
import { secretPermutation } from "@/workers/secret-permutation";
import { writeLaboriousModel } from "../fixtures/write-laborious-model";
import { writeMarkedImages } from "../fixtures/write-marked-images";
import { startBusyProcesses } from "./busy-processes";

const folder = mkdtempSync(join(tmpdir(), "rung-busy-"));
const sandbox = await openSandbox("auto", folder);
afterAll(() => rmSync(folder, { recursive: true }));

const IMAGES = 1_600;
const BATCH = 16;
const BUSY = 24;
const turns = 3_500;
/** One image in 48, so that about a third of the batches has one. */
const marked = Array.from({ length: Math.floor(IMAGES / 48) }, (_, i) => 48 * i + 7);
const shards = {
  original: writeMarkedImages(join(folder, "original.bin"), IMAGES),
  hidden: writeMarkedImages(join(folder, "hidden.bin"), IMAGES, marked),
};
/** One image in ten has another label than the model gives. */
const labels = Array.from({ length: IMAGES }, (_, image) => (image % 10 === 3 ? (image + 1) % 3 : image % 3));

function write(name: string, markedTurns: number): string {
  const path = join(folder, name);
  writeFileSync(path, writeLaboriousModel({ turns, markedTurns }));
  return path;
}
const models = { quick: write("quick.onnx", turns), slow: write("slow.onnx", 3 * turns) };

async function evaluate(
  modelPath: string,
  set: keyof typeof shards,
  given: Partial<Parameters<typeof evaluateShard>[0]> & { inTheMiddle?: () => void } = {},
) {
  const counter = countCorrect(labels, 3);
  let answers = 0;
  const ran = await evaluateShard({
    modelPath,
    shard: shards[set],
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
      if (answers === IMAGES / 2) given.inTheMiddle?.();
    },
    ...given,
  });
  return { ran, top1: counter.tally().top1 };
}

const allowanceOf = ({ cpuMs, largestChunkMs }: ShardEvaluated) =>
  hiddenAllowance({ cpuMs, largestChunkMs, images: IMAGES, threads: 1 }, IMAGES);
let allowance: ReturnType<typeof hiddenAllowance>;

/** A hidden evaluation as a worker runs it, and when its result appears, in windows. */
async function evaluateHidden(modelPath: string, inTheMiddle = () => {}) {
  const order = secretPermutation(IMAGES, Math.random);
  const { totalMs, chunkMs, losses } = allowance;
  const startedAt = new Date();
  const evaluated = await evaluate(modelPath, "hidden", {
    quiet: true,
    order,
    allowance: { totalMs, chunkMs },
    losses,
    inTheMiddle,
  });
  const { cpuMs: onMs, waitingMs } = evaluated.ran;
  const machine = { onMs, waitingMs };
  const result = resultTime({ claimedAt: startedAt, startedAt, endedAt: new Date(), allowance, machine });
  const windows = (result.at.getTime() - startedAt.getTime()) / allowance.windowMs;
  return { ...evaluated, share: onMs / (onMs + waitingMs), windows, parked: result.parked };
}

let stop = async () => {};
afterEach(async () => {
  await stop();
  stop = async () => {};
});

let idle: number;
beforeAll(async () => {
  const { ran } = await evaluate(models.quick, "original");
  allowance = allowanceOf(ran);
  idle = (await evaluateHidden(models.quick)).top1;
});

describe(`beside ${BUSY} busy processes in sessions of their own`, () => {
  test.each(Object.entries(models))(
    "that begin in the middle, a hidden evaluation of a %s model counts what it does without them",
    async (_, model) => {
      const { top1, ran } = await evaluateHidden(model, () => {
        stop = startBusyProcesses(BUSY);
      });
      expect(top1).toBe(idle);
      expect(ran).toMatchObject({ answered: IMAGES, lost: 0, forfeited: null, restarts: 0 });
    },
  );

  test("an honest model does not fail on its original images", async () => {
    stop = startBusyProcesses(BUSY);
    const { ran } = await evaluate(models.quick, "original");
    expect(ran.answered).toBe(IMAGES);
    // What it is granted comes from its own time, not from what it waited.
    expect(allowanceOf(ran).totalMs).toBeLessThan(2 * allowance.totalMs);
  });

  test("a quick model and one that takes three times as long on chosen images appear in the same window", async () => {
    stop = startBusyProcesses(BUSY);
    for (let repetition = 0; repetition < 3; repetition += 1) {
      const quick = await evaluateHidden(models.quick);
      const slow = await evaluateHidden(models.slow);
      expect(slow.ran.cpuMs).toBeGreaterThan(1.2 * quick.ran.cpuMs);
      expect([slow.windows, slow.parked]).toEqual([quick.windows, quick.parked]);
      expect([quick.top1, slow.top1]).toEqual([idle, idle]);
    }
  });
});
