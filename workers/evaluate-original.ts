import type { Outcome } from "../server/submissions/evaluation/outcome";
import { countVersion } from "./count-version";
import type { EvaluationEffects, OpenVersion } from "./evaluation-effects";
import { ModelFailure } from "./model-run/model-failure";

/**
 * Scores a submission on the original test sets, with public progress in tenths. A model that fails here gets an explanation; any other
 * error is ours and is thrown, so that the queue repeats the job.
 */
export async function evaluateOriginal(
  effects: EvaluationEffects,
  job: { submissionId: string; signal: AbortSignal },
) {
  const plan = await effects.claimOriginal(job.submissionId);
  if (!plan) return;
  const { submissionId } = plan;
  const outcomes: Outcome[] = [];
  let padding: OpenVersion["shard"] | undefined;
  let alone = false;
  let finished = 0;
  let reported = 0;
  const images = plan.versions.reduce((sum, { version }) => sum + version.images, 0);
  try {
    for (const { version } of plan.versions) {
      const open = await effects.openVersion(version.storeKey, plan.preprocessing);
      const onProgress = (answered: number) => {
        const tenths = Math.floor((10 * (finished + answered)) / images);
        if (tenths === reported) return;
        reported = tenths;
        void effects.reportProgress(submissionId, finished + answered).catch(() => {});
      };
      padding ??= open.shard;
      // One test set that finds out that a model must be run alone finds it out for all.
      const run = { quiet: false, onProgress, signal: job.signal, padding, ...(alone && { alone }) };
      const counted = await countVersion(effects, plan, { versionId: version.id, open }, run);
      alone ||= counted.ran.alone;
      outcomes.push(...counted.outcomes);
      finished += version.images;
    }
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    const explanation = { code: `model_failed_${error.kind}`, message: error.message, hint: error.hint };
    const earlier = outcomes.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
    return await effects.failSubmission(submissionId, explanation, earlier + error.cpuMs);
  }
  await effects.recordOriginal(submissionId, outcomes);
}
