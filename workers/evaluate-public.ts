import type { Outcome } from "../server/submissions/evaluation/outcome";
import { countVersion } from "./count-version";
import type { EvaluationEffects } from "./evaluation-effects";
import { ModelFailure } from "./model-run/model-failure";

/**
 * Scores a submission on public new test sets that came after its original part, without a word meanwhile. A model that fails there
 * has no score there: what it was scored on before stands.
 */
export async function evaluatePublic(
  effects: EvaluationEffects,
  job: { submissionId: string; signal: AbortSignal },
) {
  const plan = await effects.planPublic(job.submissionId);
  if (!plan) return;
  const { submissionId, paddingKey } = plan;
  const padding = paddingKey && (await effects.openVersion(paddingKey, plan.preprocessing)).shard;
  const outcomes: Outcome[] = [];
  let { alone } = plan;
  for (const { version } of plan.versions) {
    try {
      const open = await effects.openVersion(version.storeKey, plan.preprocessing);
      const run = { quiet: false, signal: job.signal, ...(padding && { padding }), ...(alone && { alone }) };
      const counted = await countVersion(effects, plan, { versionId: version.id, open }, run);
      alone ||= counted.ran.alone;
      outcomes.push(...counted.outcomes);
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      const facts = { submissionId, version: version.id, failure: error.kind };
      effects.alarm(facts, "a model failed on a public test set that came after it was scored");
    }
  }
  if (outcomes.length > 0) await effects.recordPublic(submissionId, outcomes);
}
