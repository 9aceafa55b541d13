import { countTies } from "@/server/evaluation/count-ties";
import { settingOf } from "@/server/evaluation/setting-of";
import type { OriginalPlan } from "@/server/submissions/evaluation/claim-original";
import { judgeSettings, type SettingsFinding } from "@/server/submissions/trial/judge-settings";
import type { EvaluationEffects, OpenVersion } from "../evaluation-effects";
import { logOfRun } from "./log-of-run";

/** What a trial leaves to be told with the original part that follows it. */
export interface Passed {
  cpuMs: number;
  finding: SettingsFinding | null;
}

/**
 * Tries a submission's model on some original images before its original part is spent on it. One that cannot be run is refused; one that
 * another preprocessing suits clearly better waits for its team: that may well be why it fails, too.
 * @returns null where the submission goes no further now
 */
export async function tryFirst(
  effects: EvaluationEffects,
  plan: OriginalPlan,
  given: { versionId: string; open: OpenVersion; signal: AbortSignal },
): Promise<Passed | null> {
  const { submissionId, earlierCpuMs } = plan;
  const { versionId } = given;
  const trial = await effects.tryModel(plan, given);
  const { failure, tried, facts } = trial;
  const cpuMs = earlierCpuMs + trial.cpuMs;
  const finding = judgeSettings({ declared: settingOf(plan.preprocessing), tried });
  const ties = countTies().tally();
  const log = logOfRun({ device: null, facts, cpuMs: trial.cpuMs, ties, alone: false, finding, failure });
  if (finding?.better) {
    const advised = { ...finding, better: finding.better };
    await effects.waitWithAdvice({ submissionId, versionId, finding: advised, cpuMs, log });
    return null;
  }
  if (failure) {
    const explanation = {
      code: `model_failed_${failure.kind}`,
      message: `${failure.message} This was found on a trial run, before anything was spent.`,
      hint: failure.hint,
    };
    await effects.refuseTried({ submissionId, versionId, explanation, cpuMs, log });
    return null;
  }
  return { cpuMs, finding };
}
