import type { Explanation } from "../db/schema/submissions";
import type { ResultTime } from "../server/evaluation/result-time";
import type { RunLog } from "../server/evaluation/run-log-schema";
import type { HiddenClaim } from "../server/submissions/evaluation/claim-hidden";
import type { OriginalPlan } from "../server/submissions/evaluation/claim-original";
import type { EvaluationPlan } from "../server/submissions/evaluation/evaluation-plan";
import type { Outcome } from "../server/submissions/evaluation/outcome";
import type { HiddenOutcome } from "../server/submissions/evaluation/record-hidden";
import type { refuseTried } from "../server/submissions/trial/refuse-tried";
import type { waitWithAdvice } from "../server/submissions/trial/wait-with-advice";
import type { ShardEvaluated, ShardEvaluation } from "./model-run/shard-evaluation";
import type { Trial } from "./trial/try-model";

/** A version as the worker reads it: pixels for the model's input geometry, and the labels, which stay here. */
export interface OpenVersion {
  shard: ShardEvaluation["shard"];
  labels: ArrayLike<number>;
  /** One entry per image: 0 = guarded, 1 = audit; all 0 without an audit part. */
  split: ArrayLike<number>;
}

type InputOf<Verb extends (given: never) => unknown> = Parameters<Verb>[0] extends { input: infer Input }
  ? Input
  : never;

/** All side effects of an evaluation; tests pass their own. */
export interface EvaluationEffects {
  claimOriginal(submissionId: string): Promise<OriginalPlan | null>;
  /** On some images of an original version, in the sandbox; what the same file answered before is known. */
  tryModel(
    plan: EvaluationPlan,
    given: { versionId: string; open: OpenVersion; signal: AbortSignal },
  ): Promise<Trial>;
  refuseTried(input: InputOf<typeof refuseTried>): Promise<void>;
  waitWithAdvice(input: InputOf<typeof waitWithAdvice>): Promise<void>;
  reportProgress(submissionId: string, done: number): Promise<void>;
  recordOriginal(
    submissionId: string,
    given: { outcomes: Outcome[]; earlierCpuMs: number; log: RunLog },
  ): Promise<void>;
  failSubmission(
    submissionId: string,
    given: { explanation: Explanation; cpuMs: number; log: RunLog },
  ): Promise<void>;
  /** What it lacks on public new test sets; null where nothing. */
  planPublic(submissionId: string): Promise<(EvaluationPlan & { alone: boolean }) | null>;
  recordPublic(submissionId: string, outcomes: Outcome[]): Promise<void>;
  planHidden(submissionId: string): Promise<(EvaluationPlan & { isClaimed: boolean }) | null>;
  /** The submission whose turn it is: the job takes it over. */
  chooseHidden(job: { jobId: string; submissionId: string }): Promise<string>;
  /** Waits for a turn of the hidden slot and claims within it. */
  inTurn(signal: AbortSignal, claim: () => Promise<HiddenClaim | null>): Promise<HiddenClaim | null>;
  /** Claims for this worker's device class. */
  claimHidden(submissionId: string): Promise<HiddenClaim | null>;
  recordHidden(claim: HiddenClaim, outcome: HiddenOutcome): Promise<ResultTime>;
  handBack(submissionId: string): Promise<void>;
  park(submissionId: string): Promise<void>;
  /** What a repeat needs; null where none is asked for any more. */
  claimRepeat(submissionId: string): Promise<HiddenClaim | null>;
  recordRepeat(submissionId: string, repeated: { found: HiddenOutcome | null; at: Date }): Promise<void>;
  recordReference(submissionId: string): Promise<void>;
  releaseDue(team: { teamId: string; benchmarkId: string }): Promise<void>;
  openVersion(storeKey: string, preprocessing: EvaluationPlan["preprocessing"]): Promise<OpenVersion>;
  runModel(
    plan: EvaluationPlan,
    run: Pick<
      ShardEvaluation,
      | "shard"
      | "quiet"
      | "order"
      | "alone"
      | "padding"
      | "allowance"
      | "losses"
      | "sampleMs"
      | "onScores"
      | "onVoid"
      | "onProgress"
      | "signal"
    >,
  ): Promise<ShardEvaluated>;
  /** A secret order of `images` numbers. */
  permutation(images: number): Uint32Array;
  now(): Date;
  /** For the operator's log, at times when nothing is told by it. */
  alarm(facts: { submissionId: string } & Record<string, unknown>, sentence: string): void;
  sleepUntil(time: Date, signal: AbortSignal): Promise<void>;
}
