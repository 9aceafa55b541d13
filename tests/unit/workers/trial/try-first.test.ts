import { expect, test } from "vitest";
import { preprocessingSchema } from "@/server/evaluation/preprocessing";
import { settingOf } from "@/server/evaluation/setting-of";
import { evaluateOriginal } from "@/workers/evaluate-original";
import type { EvaluationEffects } from "@/workers/evaluation-effects";
import { ModelFailure } from "@/workers/model-run/model-failure";
import { effectsThat, job } from "../evaluation-effects-that";

const own = settingOf(preprocessingSchema.parse({ layout: "NCHW" }));
const other = { ...own, channel_order: "BGR" as const };
const found = (better: string): Awaited<ReturnType<EvaluationEffects["tryModel"]>> => ({
  tried: [
    { setting: own, right: "0".repeat(200) },
    { setting: other, right: better },
  ],
  failure: null,
  cpuMs: 7,
  facts: null,
});
const cannotLoad = new ModelFailure("load", "The runtime cannot load the model.", "model.float()");

test("a model that cannot be run is refused before its original part", async () => {
  const { effects, calls } = effectsThat({
    tryModel: async () => ({ tried: [], failure: cannotLoad, cpuMs: 0, facts: null }),
  });
  await evaluateOriginal(effects, job);
  expect(calls).toEqual([
    "refuse: The runtime cannot load the model. This was found on a trial run, before anything was spent.",
  ]);
});

test("a clearly better preprocessing has it wait before its original part", async () => {
  const { effects, calls } = effectsThat({ tryModel: async () => found("1".repeat(200)) });
  await evaluateOriginal(effects, job);
  expect(calls).toEqual(["advise: 200 of 200"]);
});

test("a model that fails as declared and not with another preprocessing waits for its team, too", async () => {
  const tryModel = async () => ({ ...found("1".repeat(200)), failure: cannotLoad });
  const { effects, calls } = effectsThat({ tryModel });
  await evaluateOriginal(effects, job);
  expect(calls).toEqual(["advise: 200 of 200"]);
});

test("where nothing is clearly better it goes on, and what the trial took is added", async () => {
  const { effects, calls, logs } = effectsThat({ tryModel: async () => found("0".repeat(200)) });
  await evaluateOriginal(effects, job);
  expect(calls).toEqual(["progress", "recordOriginal"]);
  expect(logs).toMatchObject([{ earlierCpuMs: 10, log: { images: 4, check: { images: 200, others: 1 } } }]);
});

test("what its team insists on, or what was judged before, is not tried", async () => {
  const base = effectsThat();
  const plan = (await base.effects.claimOriginal("s"))!;
  const { effects, calls } = effectsThat({
    claimOriginal: async () => ({ ...plan, triesFirst: false }),
    tryModel: async () => expect.unreachable(),
  });
  await evaluateOriginal(effects, job);
  expect(calls).toEqual(["progress", "recordOriginal"]);
});

test("a fault of the machine refuses nothing: it is thrown, so that the queue repeats the job", async () => {
  const { effects, calls } = effectsThat({
    tryModel: async () => {
      throw new Error("the sandbox does not start");
    },
  });
  await expect(evaluateOriginal(effects, job)).rejects.toThrow("does not start");
  expect(calls).toEqual([]);
});
