import { mapByMetric } from "../server/evaluation/by-metric";
import { countCorrect } from "../server/evaluation/count-correct";
import { primaryMetric } from "../server/evaluation/metric";
import type { EvaluationPlan } from "../server/submissions/evaluation/evaluation-plan";
import type { Outcome } from "../server/submissions/evaluation/outcome";
import type { EvaluationEffects, OpenVersion } from "./evaluation-effects";
import type { ShardEvaluated, ShardEvaluation } from "./model-run/shard-evaluation";

type Run = Pick<ShardEvaluation, "quiet" | "order" | "deadline" | "onProgress" | "signal">;

/** Runs a model over one version and counts here, where the labels are: one outcome for each of its parts. */
export async function countVersion(
  effects: EvaluationEffects,
  plan: EvaluationPlan,
  { versionId, open }: { versionId: string; open: OpenVersion },
  run: Run,
): Promise<Outcome[]> {
  const counter = countCorrect(open.labels, plan.classes);
  const ran = await effects.runModel(plan, { ...run, shard: open.shard, onScores: counter.record });
  const { wrong, predictions } = counter.tally();
  const parts = partsOf(open.split);
  return parts.map(({ part, images }) => ({
    versionId,
    part,
    total: images.length,
    ...mapByMetric(wrong, (bits) => images.filter((image) => !bits[image]).length),
    wrong: images.map((image) => wrong[primaryMetric][image]!),
    predictions: images.map((image) => predictions[image]!),
    ran: ranOf(ran),
  }));
}

function partsOf(split: ArrayLike<number>): { part: Outcome["part"]; images: number[] }[] {
  const numbers = Array.from({ length: split.length }, (_, image) => image);
  const audit = numbers.filter((image) => split[image] === 1);
  if (audit.length === 0) return [{ part: "all", images: numbers }];
  return [
    { part: "guarded", images: numbers.filter((image) => split[image] !== 1) },
    { part: "audit", images: audit },
  ];
}

function ranOf(ran: ShardEvaluated): Outcome["ran"] {
  const { device, threads, sandbox, elapsedMs } = ran;
  return {
    device,
    threads,
    sandbox,
    runtime: `onnxruntime ${ran.runtimeVersion} ${ran.provider}`,
    elapsedMs,
  };
}
