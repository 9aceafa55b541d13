import { explainEnding } from "./explain-ending";
import { ModelFailure } from "./model-failure";
import type { ShardEvaluation } from "./shard-evaluation";
import { beginShardRun, type Interruption } from "./shard-run";

/** A public test set: the first thing that goes wrong is a `ModelFailure`, with all that is known. */
export async function runOnOriginal(given: ShardEvaluation) {
  const { images } = given.shard;
  const run = beginShardRun({ ...given, onScores: whenFinite(given) });
  try {
    const interruption = await run.child();
    if (interruption) throw explain(interruption);
    return { answered: run.answered(), restarts: 0 };
  } finally {
    run.close();
  }

  function explain({ ending, loading, late, patienceMs, unanswered }: Interruption): ModelFailure {
    if (late) {
      return new ModelFailure(
        "time",
        `The model is too slow: it answered only ${run.answered()} of ${images} images in the time allowed.`,
        "Export a smaller model.",
      );
    }
    const [first] = unanswered;
    const where = loading ? "while loading" : `on ${imagesOf(first!)} of ${images}`;
    return explainEnding(ending, { where, memoryBytes: run.limits.memoryBytes, patienceMs });
  }
}

function imagesOf({ start, count }: { start: number; count: number }): string {
  return count === 1 ? `image ${start + 1}` : `one of images ${start + 1} to ${start + count}`;
}

function whenFinite({ shard, onScores }: ShardEvaluation): ShardEvaluation["onScores"] {
  return (image, scores) => {
    if (!scores.every(Number.isFinite)) {
      throw new ModelFailure(
        "non-finite",
        `The model returned NaN or infinity for image ${image + 1} of ${shard.images}.`,
        "Look for a division by zero, the logarithm of zero or an overflow in float16.",
      );
    }
    onScores(image, scores);
  };
}
