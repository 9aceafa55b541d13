import { expect, test } from "vitest";
import { evaluatePublic } from "@/workers/evaluate-public";
import { ModelFailure } from "@/workers/model-run/model-failure";
import { effectsThat, job } from "./evaluation-effects-that";

test("counts on public new test sets and records, without progress", async () => {
  const { effects, calls, outcomes, runs } = effectsThat();
  await evaluatePublic(effects, job);
  expect(calls).toEqual(["recordPublic"]);
  expect(outcomes[0]).toMatchObject([{ part: "all", total: 4, top1: 2 }]);
  expect(runs[0]!.onProgress).toBeUndefined();
});

test("does nothing where nothing is lacking", async () => {
  const { effects, calls } = effectsThat({ planPublic: async () => null });
  await evaluatePublic(effects, job);
  expect(calls).toEqual([]);
});

test("of a model that fails there records nothing and ends nothing: the operator is told", async () => {
  const runModel = async () => {
    throw new ModelFailure("time", "The model did not answer.", "Make it smaller.");
  };
  const { effects, calls } = effectsThat({ runModel });
  await evaluatePublic(effects, job);
  expect(calls).toEqual(['alarm: {"submissionId":"s","version":"v","failure":"time"}']);
});

test("through a fault of ours is thrown, so that the queue repeats it", async () => {
  const runModel = async () => {
    throw new Error("the disk is gone");
  };
  const { effects, calls } = effectsThat({ runModel });
  await expect(evaluatePublic(effects, job)).rejects.toThrow("the disk is gone");
  expect(calls).toEqual([]);
});
