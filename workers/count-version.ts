import { mapByMetric } from "../server/evaluation/by-metric";
import { countCorrect } from "../server/evaluation/count-correct";
import { primaryMetric } from "../server/evaluation/metric";
import type { EvaluationPlan } from "../server/submissions/evaluation/evaluation-plan";
import type { Outcome } from "../server/submissions/evaluation/outcome";
import type { EvaluationEffects, OpenVersion } from "./evaluation-effects";
import type { ShardEvaluated, ShardEvaluation } from "./model-run/shard-evaluation";

type Run = Pick<
  ShardEvaluation,
  "quiet" | "order" | "alone" | "padding" | "allowance" | "losses" | "sampleMs" | "onProgress" | "signal"
> & {
  /** Called with the scores of each image; only on public test sets. */
  onAnswer?: (scores: Float32Array) => void;
};

interface Version {
  versionId: string;
  open: OpenVersion;
}

/** Runs a model over one version and counts here, where the labels are: one outcome for each of its parts. */
export async function countVersion(
  effects: EvaluationEffects,
  plan: EvaluationPlan,
  version: Version,
  { onAnswer, ...run }: Run,
): Promise<{ ran: ShardEvaluated; outcomes: Outcome[] }> {
  let answers = answersOf(plan, version);
  const ran = await effects.runModel(plan, {
    ...run,
    shard: version.open.shard,
    onScores(image, scores) {
      answers.record(image, scores);
      onAnswer?.(scores);
    },
    onVoid: () => (answers = answersOf(plan, version)),
  });
  return { ran, outcomes: answers.outcomes(ran) };
}

/** The outcomes of a model that gave no answer to any image. */
export function countNothing(plan: EvaluationPlan, version: Version, ran: ShardEvaluated): Outcome[] {
  return answersOf(plan, version).outcomes(ran);
}

function answersOf(plan: EvaluationPlan, { versionId, open }: Version) {
  const counter = countCorrect(open.labels, plan.classes);
  const answered = new Uint8Array(open.labels.length);

  return {
    record(image: number, scores: Float32Array): void {
      counter.record(image, scores);
      answered[image] = 1;
    },
    outcomes(ran: ShardEvaluated): Outcome[] {
      const { wrong, predictions } = counter.tally();
      return partsOf(open.split).map(({ part, images }) => ({
        versionId,
        part,
        total: images.length,
        ...mapByMetric(wrong, (bits) => images.filter((image) => !bits[image]).length),
        wrong: images.map((image) => wrong[primaryMetric][image]!),
        predictions: images.map((image) => predictions[image]!),
        unanswered: images.filter((image) => !answered[image]).length,
        cpuMs: (ran.cpuMs * images.length) / Math.max(1, open.labels.length),
        largestChunkMs: ran.largestChunkMs,
        ran: ranOf(ran),
      }));
    },
  };
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
  const { device, threads, sandbox, runtime, elapsedMs, deviceClass, batch, alone } = ran;
  return { device, threads, sandbox, runtime, elapsedMs, deviceClass, batch, alone };
}
