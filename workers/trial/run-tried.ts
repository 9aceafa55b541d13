import { argMax } from "@/server/evaluation/arg-max";
import { atOneImage } from "../model-run/at-one-image";
import { explainInterruption } from "../model-run/explain-interruption";
import type { Interruption } from "../model-run/interruption";
import { ModelFailure } from "../model-run/model-failure";
import { nonFinite } from "../model-run/non-finite";
import type { RunFacts } from "../model-run/run-facts";
import { sameBits } from "../model-run/same-bits";
import type { ShardEvaluation } from "../model-run/shard-evaluation";
import { beginShardRun, type ShardRun } from "../model-run/shard-run";
import { throwMachineFault } from "../model-run/throw-machine-fault";

export type TriedRun = Omit<ShardEvaluation, "order" | "onScores" | "quiet"> & {
  /** class index of each image of the shard */
  labels: ArrayLike<number>;
};

/** Fewer images may well get the same scores. */
const LEAST_ALIKE = 10;

/** What a model answered to some images, with each of some settings. */
export interface Answered {
  /** for each setting `1` right, `0` wrong, in the order of the images; as far as it came */
  right: string[];
  /** it ended before it had answered all */
  interruption: Interruption | null;
  /** why the model cannot be scored so */
  failure: ModelFailure | null;
  cpuMs: number;
  facts: RunFacts;
}

/**
 * Runs a model on some images of a public set, in one child: with the preprocessing as declared, or once with each of `settings`.
 * Nothing that the model does is thrown; a fault of this machine is.
 */
export async function runTried(
  given: TriedRun,
  what: { images: readonly number[]; alone: boolean; settings?: NonNullable<ShardRun["settings"]> },
): Promise<Answered> {
  const { images, alone, settings } = what;
  const order = Uint32Array.from(settings ? settings.flatMap(() => images) : images);
  const marks: ("0" | "1")[] = [];
  let notFinite: number | null = null;
  let first: Float32Array | null = null;
  let alike = true;
  const run = beginShardRun({
    ...given,
    ...(settings && { settings }),
    order,
    alone,
    quiet: false,
    onScores(image, scores, place) {
      if (!scores.every(Number.isFinite)) notFinite ??= image;
      first ??= scores.slice();
      alike &&= sameBits(first, scores);
      marks[place] = argMax(scores) === given.labels[image] ? "1" : "0";
    },
  });
  try {
    let interruption = await run.child();
    throwMachineFault(interruption);
    if (interruption && !settings) interruption = await atOneImage(run, interruption);
    throwMachineFault(interruption);
    const right = (settings ?? [null]).map((_, i) =>
      marks.slice(i * images.length, (i + 1) * images.length).join(""),
    );
    const { cpuMs } = run.taken();
    const failure = interruption
      ? explainInterruption(interruption, run, { ...given, order })
      : notFinite !== null
        ? nonFinite(notFinite, given.shard.images)
        : alike && marks.length >= LEAST_ALIKE
          ? allAlike(marks.length)
          : null;
    return { right, interruption, failure, cpuMs, facts: run.facts() };
  } finally {
    run.close();
  }
}

function allAlike(images: number): ModelFailure {
  return new ModelFailure(
    "constant",
    `The model gives the very same scores to each of ${images} original images.`,
    "Run it on two images on your own machine: the weights were probably not loaded before the export, or the output does not depend on the input.",
  );
}
