import { expect, test } from "vitest";
import { evaluateOriginal } from "@/workers/evaluate-original";
import { ModelFailure } from "@/workers/model-run/model-failure";
import { effectsThat, job, ran } from "./evaluation-effects-that";

test("counts where the labels are and records every outcome once", async () => {
  const { effects, calls, outcomes } = effectsThat();
  await evaluateOriginal(effects, job);
  expect(calls).toEqual(["progress", "recordOriginal"]);
  expect(outcomes[0]).toMatchObject([
    { part: "all", total: 4, top1: 2, top5: null, wrong: [0, 1, 0, 1], predictions: [0, 0, 0, 0] },
  ]);
});

test("of a model that fails ends with its words", async () => {
  const runModel = async () => {
    throw new ModelFailure("time", "The model did not answer.", "Make it smaller.");
  };
  const { effects, calls } = effectsThat({ runModel });
  await evaluateOriginal(effects, job);
  expect(calls).toEqual(["fail: The model did not answer."]);
});

test("that fails through a fault of ours is thrown, so that the queue repeats it and nothing is recorded", async () => {
  const runModel = async () => {
    throw new Error("the disk is gone");
  };
  const { effects, calls } = effectsThat({ runModel });
  await expect(evaluateOriginal(effects, job)).rejects.toThrow("the disk is gone");
  expect(calls).toEqual([]);
});

test("of a withdrawn submission does nothing", async () => {
  const { effects, calls } = effectsThat({ claimOriginal: async () => null });
  await evaluateOriginal(effects, job);
  expect(calls).toEqual([]);
});

test("tells a new tenth of the images and nothing between", async () => {
  const told: number[] = [];
  const { effects } = effectsThat({
    runModel: async (_, run) => {
      for (const answered of [0, 1, 2, 2, 3, 4]) run.onProgress!(answered);
      return ran;
    },
    reportProgress: async (_, done) => void told.push(done),
  });
  await evaluateOriginal(effects, job);
  expect(told).toEqual([1, 2, 3, 4]);
});
