import { describe, expect, test } from "vitest";
import type { HiddenClaim } from "@/server/submissions/evaluation/claim-hidden";
import type { EvaluationPlan } from "@/server/submissions/evaluation/evaluation-plan";
import type { Outcome } from "@/server/submissions/evaluation/outcome";
import { evaluateHidden } from "@/workers/evaluate-hidden";
import { evaluateOriginal } from "@/workers/evaluate-original";
import type { EvaluationEffects } from "@/workers/evaluation-effects";
import { ModelFailure } from "@/workers/model-run/model-failure";

const labels = [0, 1, 0, 1];
const version = { id: "v", storeKey: "key", images: 4, auditImages: 0 };
const plan = {
  submissionId: "s",
  benchmarkId: "b",
  teamId: "t",
  kind: "entry",
  classes: 2,
  versions: [{ version }],
} as unknown as EvaluationPlan;
const claimedAt = new Date("2026-05-01T12:00:00Z");
const claim = {
  ...plan,
  dueAt: new Date(claimedAt.getTime() + 10_000),
  recorded: false,
  tooLate: false,
} as HiddenClaim;

/** Effects that remember what was asked of them; the model calls every image class 0 unless told otherwise. */
function effectsThat(changes: Partial<EvaluationEffects> = {}) {
  const calls: string[] = [];
  const outcomes: Outcome[][] = [];
  const runs: { deadline?: number | undefined; quiet: boolean; order?: Uint32Array | undefined }[] = [];
  const note = (name: string) => async () => void calls.push(name);
  const effects: EvaluationEffects = {
    claimOriginal: async () => plan,
    reportProgress: note("progress"),
    recordOriginal: async (_, given) => void (calls.push("recordOriginal"), outcomes.push(given)),
    failSubmission: async (_, explanation) => void calls.push(`fail: ${explanation.message}`),
    planHidden: async () => plan,
    claimHidden: claims(claim, null),
    recordHidden: async (_, given) => void (calls.push("recordHidden"), outcomes.push(given)),
    recordReference: note("recordReference"),
    releaseDue: note("releaseDue"),
    openVersion: async () => ({ shard: {} as never, labels, split: [0, 0, 0, 0] }),
    runModel: async (_, run) => {
      runs.push(run);
      for (let image = 0; image < labels.length; image++) run.onScores(image, Float32Array.of(1, 0));
      run.onProgress?.(4);
      return {
        images: 4,
        answered: 4,
        elapsedMs: 5,
        restarts: 0,
        device: "cpu",
        provider: "CPU",
        threads: 1,
        runtimeVersion: "1",
        sandbox: "bwrap",
      };
    },
    permutation: (images) => Uint32Array.from({ length: images }, (_, i) => images - 1 - i),
    now: () => claimedAt,
    sleepUntil: async (time) => void calls.push(`sleep until ${time.toISOString()}`),
    ...changes,
  };
  return { effects, calls, outcomes, runs };
}

/** Claims that are given out one after the other. */
function claims(...given: (HiddenClaim | null)[]): EvaluationEffects["claimHidden"] {
  return async () => given.shift() ?? null;
}

const job = { submissionId: "s", signal: new AbortController().signal };

describe("an evaluation on original test sets", () => {
  test("counts where the labels are and records every outcome once", async () => {
    const { effects, calls, outcomes } = effectsThat();
    await evaluateOriginal(effects, job);
    expect(calls).toEqual(["progress", "recordOriginal"]);
    expect(outcomes[0]).toMatchObject([
      { part: "all", total: 4, top1: 2, top5: null, wrong: [0, 1, 0, 1], predictions: [0, 0, 0, 0] },
    ]);
  });

  test("of a model that fails ends with its words, and lets the team's later submissions go on", async () => {
    const runModel = async () => {
      throw new ModelFailure("time", "The model did not answer.", "Make it smaller.");
    };
    const { effects, calls } = effectsThat({ runModel });
    await evaluateOriginal(effects, job);
    expect(calls).toEqual(["fail: The model did not answer.", "releaseDue"]);
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
});

describe("an evaluation on hidden test sets", () => {
  test("records at once, releases at the fixed time and reports no progress", async () => {
    const { effects, calls, runs } = effectsThat();
    await evaluateHidden(effects, job);
    expect(calls).toEqual(["recordHidden", `sleep until ${claim.dueAt.toISOString()}`, "releaseDue"]);
    expect(runs[0]).toMatchObject({ quiet: true });
    expect(runs[0]).not.toHaveProperty("onProgress");
  });

  test("prepares the pixels of every test set before the claim fixes its time", async () => {
    const order: string[] = [];
    const { effects } = effectsThat();
    const { openVersion, claimHidden } = effects;
    effects.openVersion = async (...given) => (order.push(`open ${given[0]}`), openVersion(...given));
    effects.claimHidden = async (id) => (order.push("claim"), claimHidden(id));
    await evaluateHidden(effects, job);
    expect(order.slice(0, 2)).toEqual(["open key", "claim"]);
  });

  test("shows the images in a secret order and ends before its time, so that the outcome is written by then", async () => {
    const { effects, runs } = effectsThat();
    await evaluateHidden(effects, job);
    expect([...runs[0]!.order!]).toEqual([3, 2, 1, 0]);
    expect(runs[0]!.deadline).toBe(claimedAt.getTime() + 10_000 - 500 - 500);
  });

  test("counts images that were never answered as wrong", async () => {
    const { effects, outcomes } = effectsThat({
      runModel: async () => ({
        images: 4,
        answered: 0,
        elapsedMs: 5,
        restarts: 20,
        device: "cpu",
        provider: "CPU",
        threads: 1,
        runtimeVersion: "1",
        sandbox: "bwrap",
      }),
    });
    await evaluateHidden(effects, job);
    expect(outcomes[0]).toMatchObject([{ top1: 0, wrong: [1, 1, 1, 1], predictions: [-1, -1, -1, -1] }]);
  });

  test("keeps guarded and audit images apart", async () => {
    const { effects, outcomes } = effectsThat({
      openVersion: async () => ({ shard: {} as never, labels, split: [0, 1, 1, 0] }),
    });
    await evaluateHidden(effects, job);
    expect(outcomes[0]).toMatchObject([
      { part: "guarded", total: 2, top1: 1, wrong: [0, 1] },
      { part: "audit", total: 2, top1: 1, wrong: [1, 0] },
    ]);
  });

  test("that was recorded before its worker was lost is not run again, only released at its time", async () => {
    const { effects, calls, runs } = effectsThat({ claimHidden: claims({ ...claim, recorded: true }, null) });
    await evaluateHidden(effects, job);
    expect(runs).toEqual([]);
    expect(calls).toEqual([`sleep until ${claim.dueAt.toISOString()}`, "releaseDue"]);
  });

  test("that comes again too late for its window awaits the next one, and is run then", async () => {
    const next = { ...claim, dueAt: new Date(claimedAt.getTime() + 20_000) };
    const { effects, calls } = effectsThat({ claimHidden: claims({ ...claim, tooLate: true }, next, null) });
    await evaluateHidden(effects, job);
    expect(calls).toEqual([
      `sleep until ${claim.dueAt.toISOString()}`,
      "releaseDue",
      "recordHidden",
      `sleep until ${next.dueAt.toISOString()}`,
      "releaseDue",
    ]);
  });

  test("of a reference model is published without waiting", async () => {
    const { effects, calls } = effectsThat({
      claimHidden: claims({ ...claim, kind: "reference", tooLate: true }),
    });
    await evaluateHidden(effects, job);
    expect(calls).toEqual(["recordHidden", "recordReference"]);
  });

  test("behind an earlier submission of the team leaves its release to that one", async () => {
    const recorded = { ...claim, recorded: true };
    const { effects, calls } = effectsThat({ claimHidden: claims(claim, recorded, recorded) });
    await evaluateHidden(effects, job);
    expect(calls.filter((call) => call === "releaseDue")).toHaveLength(1);
  });

  test("runs again where a new version of the test set was imported before its time", async () => {
    const { effects, runs } = effectsThat({ claimHidden: claims(claim, claim, null) });
    await evaluateHidden(effects, job);
    expect(runs).toHaveLength(2);
  });
});
