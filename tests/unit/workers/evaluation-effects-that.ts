import { preprocessingSchema } from "@/server/evaluation/preprocessing";
import type { RunLog } from "@/server/evaluation/run-log-schema";
import type { HiddenClaim } from "@/server/submissions/evaluation/claim-hidden";
import type { EvaluationPlan } from "@/server/submissions/evaluation/evaluation-plan";
import type { Outcome } from "@/server/submissions/evaluation/outcome";
import type { HiddenOutcome } from "@/server/submissions/evaluation/record-hidden";
import type { EvaluationEffects } from "@/workers/evaluation-effects";
import type { ShardEvaluated } from "@/workers/model-run/shard-evaluation";

export const labels = [0, 1, 0, 1];
const version = { id: "v", storeKey: "key", images: 4, auditImages: 0 };
const padding = "original";
const plan = {
  submissionId: "s",
  benchmarkId: "b",
  teamId: "t",
  kind: "entry",
  classes: 2,
  preprocessing: preprocessingSchema.parse({ layout: "NCHW" }),
  versions: [{ version }],
  paddingKey: padding,
} as unknown as EvaluationPlan;
export const claimedAt = new Date("2026-05-01T12:00:00Z");
export const claim = {
  ...plan,
  claimedAt,
  allowance: { totalMs: 5_000, chunkMs: 2_000, losses: 20, sampleMs: 500, threads: 1, windowMs: 10_000 },
  alone: false,
  readyAt: null,
} as HiddenClaim;
export const readyAt = new Date(claimedAt.getTime() + 10_000);

/** What a model that answered everything in a moment took. */
export const ran: ShardEvaluated = {
  images: 4,
  answered: 4,
  lost: 0,
  forfeited: null,
  cpuMs: 5,
  machine: { onMs: 5, waitingMs: 1 },
  largestChunkMs: 5,
  alone: false,
  elapsedMs: 5,
  restarts: 0,
  device: "cpu",
  threads: 1,
  runtime: "told",
  deviceClass: "told",
  batch: 16,
  sandbox: "bwrap",
};

/** Effects that remember what was asked of them; the model calls every image class 0 unless told otherwise. */
export function effectsThat(changes: Partial<EvaluationEffects> = {}) {
  const calls: string[] = [];
  const outcomes: Outcome[][] = [];
  const runs: Parameters<EvaluationEffects["runModel"]>[1][] = [];
  const recorded: HiddenOutcome[] = [];
  const logs: { log: RunLog; earlierCpuMs: number }[] = [];
  const note = (name: string) => async () => void calls.push(name);
  const effects: EvaluationEffects = {
    claimOriginal: async () => ({ ...plan, triesFirst: true, earlierCpuMs: 3 }),
    tryModel: async () => ({ tried: [], failure: null, cpuMs: 4, facts: null }),
    refuseTried: async ({ explanation }) => void calls.push(`refuse: ${explanation.message}`),
    waitWithAdvice: async ({ finding }) =>
      void calls.push(`advise: ${finding.better.correct} of ${finding.images}`),
    reportProgress: note("progress"),
    planPublic: async () => ({ ...plan, alone: false }),
    recordPublic: async (_, given) => void (calls.push("recordPublic"), outcomes.push(given)),
    recordOriginal: async (_, given) => {
      calls.push("recordOriginal");
      outcomes.push(given.outcomes);
      logs.push(given);
    },
    failSubmission: async (_, { explanation }) => void calls.push(`fail: ${explanation.message}`),
    planHidden: async () => ({ ...plan, isClaimed: false }),
    chooseHidden: async (job) => job.submissionId,
    inTurn: (_, claim) => claim(),
    claimHidden: claims(claim, null),
    recordHidden: async (_, given) => {
      calls.push("recordHidden");
      recorded.push(given);
      outcomes.push(given.outcomes);
      return { at: readyAt, parked: false, windows: 1, windowsBeyond: 0 };
    },
    handBack: note("handBack"),
    park: note("park"),
    alarm: (facts) => void calls.push(`alarm: ${JSON.stringify(facts)}`),
    claimRepeat: claims(claim, claim, null),
    recordRepeat: async (_, { found, at }) =>
      void calls.push(`recordRepeat of ${found?.outcomes.length ?? "nothing"} at ${at.toISOString()}`),
    recordReference: note("recordReference"),
    releaseDue: note("releaseDue"),
    openVersion: async () => ({ shard: {} as never, labels, split: [0, 0, 0, 0] }),
    runModel: async (_, run) => {
      runs.push(run);
      for (let image = 0; image < labels.length; image++) run.onScores(image, Float32Array.of(1, 0));
      run.onProgress?.(4);
      return ran;
    },
    permutation: (images) => Uint32Array.from({ length: images }, (_, i) => images - 1 - i),
    now: () => claimedAt,
    sleepUntil: async (time) => void calls.push(`sleep until ${time.toISOString()}`),
    ...changes,
  };
  return { effects, calls, outcomes, recorded, logs, runs };
}

/** Claims that are given out one after the other. */
export function claims(...given: (HiddenClaim | null)[]): EvaluationEffects["claimHidden"] {
  return async () => given.shift() ?? null;
}

export const job = { jobId: "j", submissionId: "s", signal: new AbortController().signal };
