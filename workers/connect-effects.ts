import { inputGeometry } from "../server/evaluation/input-geometry";
import { settingOf } from "../server/evaluation/setting-of";
import { recordReference } from "../server/references/record-reference";
import { chooseHidden } from "../server/submissions/evaluation/choose-hidden";
import { claimHidden } from "../server/submissions/evaluation/claim-hidden";
import { claimOriginal } from "../server/submissions/evaluation/claim-original";
import { claimRepeat } from "../server/submissions/evaluation/claim-repeat";
import { failSubmission } from "../server/submissions/evaluation/fail-submission";
import { handBackHidden } from "../server/submissions/evaluation/hand-back-hidden";
import { parkSubmission } from "../server/submissions/evaluation/park-submission";
import { planHidden } from "../server/submissions/evaluation/plan-hidden";
import { planPublic } from "../server/submissions/evaluation/plan-public";
import { recordHidden } from "../server/submissions/evaluation/record-hidden";
import { recordOriginal } from "../server/submissions/evaluation/record-original";
import { recordPublic } from "../server/submissions/evaluation/record-public";
import { recordRepeat } from "../server/submissions/evaluation/record-repeat";
import { reportProgress } from "../server/submissions/evaluation/report-progress";
import { cryptoRandom } from "../server/submissions/release/crypto-random";
import { releaseDue } from "../server/submissions/release/release-due";
import { refuseTried } from "../server/submissions/trial/refuse-tried";
import { waitWithAdvice } from "../server/submissions/trial/wait-with-advice";
import type { TestSetContext } from "../server/test-sets/test-set-context";
import { deviceClassHere } from "./device/device-class-here";
import type { EvaluationEffects } from "./evaluation-effects";
import { hiddenTurns } from "./hidden-turns";
import { evaluateShard } from "./model-run/evaluate-shard";
import { toldByInspection } from "./model-run/told-by-inspection";
import type { Sandbox } from "./sandbox/launch";
import type { Provider } from "./sandbox/runtime-files";
import type { SlotProcessors } from "./sandbox/slot-processors";
import { secretPermutation } from "./secret-permutation";
import { sleepUntil } from "./sleep-until";
import { connectTrial } from "./trial/connect-trial";

/** A real worker's effects: verbs on the database, the stores, the sandbox and the clock. */
export function connectEffects({
  ctx,
  sandbox,
  device,
  processors,
  alarm,
}: {
  ctx: TestSetContext;
  sandbox: Sandbox;
  device: Provider;
  processors: SlotProcessors;
  alarm: EvaluationEffects["alarm"];
}): EvaluationEffects {
  return {
    claimOriginal: (submissionId) => claimOriginal({ ctx, input: { submissionId } }),
    reportProgress: (submissionId, done) => reportProgress({ ctx, input: { submissionId, done } }),
    tryModel: connectTrial({ ctx, sandbox, device, processors: processors.original }),
    refuseTried: (input) => refuseTried({ ctx, input }),
    waitWithAdvice: (input) => waitWithAdvice({ ctx, input }),
    recordOriginal: (submissionId, given) => recordOriginal({ ctx, input: { submissionId, ...given } }),
    failSubmission: (submissionId, given) => failSubmission({ ctx, input: { submissionId, ...given } }),
    planPublic: (submissionId) => planPublic({ ctx, input: { submissionId } }),
    recordPublic: (submissionId, outcomes) => recordPublic({ ctx, input: { submissionId, outcomes } }),
    planHidden: (submissionId) => planHidden({ ctx, input: { submissionId } }),
    chooseHidden: (job) => chooseHidden({ ctx, input: job }),
    inTurn: hiddenTurns({
      now: ctx.now,
      sleepUntil: (time, signal) => sleepUntil(time, { now: ctx.now, signal }),
    }),
    claimHidden: (submissionId) =>
      claimHidden({ ctx, input: { submissionId, deviceClass: deviceClassHere(device) } }),
    recordHidden: (claim, outcome) => recordHidden({ ctx, input: { claim, ...outcome } }),
    handBack: (submissionId) => handBackHidden({ ctx, input: { submissionId } }),
    park: (submissionId) => parkSubmission({ ctx, input: { submissionId, parkedFor: "processors" } }),
    claimRepeat: (submissionId) => claimRepeat({ ctx, input: { submissionId } }),
    recordRepeat: (submissionId, repeated) => recordRepeat({ ctx, input: { submissionId, ...repeated } }),
    recordReference: (submissionId) => recordReference({ ctx, input: { submissionId } }),
    async releaseDue(team) {
      await releaseDue({ ctx, input: team, random: cryptoRandom });
    },
    async openVersion(versionId, preprocessing) {
      const [shard, labels, split] = await Promise.all([
        ctx.testSets.openShard({ versionId, geometry: inputGeometry(preprocessing) }),
        ctx.testSets.loadLabels(versionId),
        ctx.testSets.loadSplit(versionId),
      ]);
      return { shard, labels, split };
    },
    runModel: (plan, run) =>
      ctx.models.withFile(plan.modelHash, (modelPath) =>
        evaluateShard({
          ...run,
          ...toldByInspection(plan.model),
          modelPath,
          classes: plan.classes,
          preprocessing: settingOf(plan.preprocessing),
          sandbox,
          device,
          processors: run.quiet ? processors.hidden : processors.original,
        }),
      ),
    permutation: (images) => secretPermutation(images, cryptoRandom),
    now: ctx.now,
    alarm,
    sleepUntil: (time, signal) => sleepUntil(time, { now: ctx.now, signal }),
  };
}
