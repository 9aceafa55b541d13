import { countTies } from "../server/evaluation/count-ties";
import type { Outcome } from "../server/submissions/evaluation/outcome";
import { countVersion } from "./count-version";
import type { EvaluationEffects, OpenVersion } from "./evaluation-effects";
import { ModelFailure } from "./model-run/model-failure";
import type { RunFacts } from "./model-run/run-facts";
import { logOfRun } from "./trial/log-of-run";
import { tryFirst } from "./trial/try-first";

/**
 * Scores a submission on the original test sets, with public progress in tenths, once it has been tried on some of their images. A
 * model that fails here gets an explanation; any other error is ours and is thrown, so that the queue repeats the job.
 */
export async function evaluateOriginal(
  effects: EvaluationEffects,
  job: { submissionId: string; signal: AbortSignal },
) {
  const plan = await effects.claimOriginal(job.submissionId);
  if (!plan) return;
  const { submissionId } = plan;
  const opened = [];
  for (const { version } of plan.versions) {
    opened.push({
      versionId: version.id,
      images: version.images,
      open: await effects.openVersion(version.storeKey, plan.preprocessing),
    });
  }
  const [first] = opened;
  const untried = { cpuMs: plan.earlierCpuMs, finding: null };
  const passed =
    plan.triesFirst && first ? await tryFirst(effects, plan, { ...first, signal: job.signal }) : untried;
  if (!passed) return;

  const outcomes: Outcome[] = [];
  const ties = countTies();
  let padding: OpenVersion["shard"] | undefined;
  let facts: RunFacts | null = null;
  let alone = false;
  let finished = 0;
  let reported = 0;
  const images = opened.reduce((sum, version) => sum + version.images, 0);
  const spentMs = () => outcomes.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
  const logWith = (failure: ModelFailure | null) =>
    logOfRun({
      device: outcomes[0]?.ran.device ?? null,
      facts: failure?.facts ?? facts,
      cpuMs: spentMs() + (failure?.cpuMs ?? 0),
      ties: ties.tally(),
      alone,
      finding: passed.finding,
      failure,
    });
  try {
    for (const version of opened) {
      const onProgress = (answered: number) => {
        const tenths = Math.floor((10 * (finished + answered)) / images);
        if (tenths === reported) return;
        reported = tenths;
        void effects.reportProgress(submissionId, finished + answered).catch(() => {});
      };
      padding ??= version.open.shard;
      const run = { quiet: false, onProgress, onAnswer: ties.record, signal: job.signal, padding };
      // One test set that finds out that a model must be run alone finds it out for all.
      const counted = await countVersion(effects, plan, version, { ...run, ...(alone && { alone }) });
      alone ||= counted.ran.alone;
      facts ??= counted.ran.facts ?? null;
      outcomes.push(...counted.outcomes);
      finished += version.images;
    }
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    const explanation = { code: `model_failed_${error.kind}`, message: error.message, hint: error.hint };
    const cpuMs = passed.cpuMs + spentMs() + error.cpuMs;
    return await effects.failSubmission(submissionId, { explanation, cpuMs, log: logWith(error) });
  }
  const log = logWith(null);
  await effects.recordOriginal(submissionId, { outcomes, earlierCpuMs: passed.cpuMs, log });
}
