import { explainEnding } from "./explain-ending";
import { ModelFailure } from "./model-failure";
import { needsSolitude } from "./needs-solitude";
import type { ShardEvaluation } from "./shard-evaluation";
import { beginShardRun, type Interruption } from "./shard-run";

/** A public test set: the first thing that goes wrong is a `ModelFailure`, with all that is known. */
export async function runOnOriginal(given: ShardEvaluation) {
  const { images } = given.shard;
  const alone = given.alone ?? (await needsSolitude(given));
  const started = performance.now();
  const run = beginShardRun({ ...given, alone, onScores: whenFinite(given) });
  try {
    const interruption = await run.child();
    if (interruption) throw explain(interruption);
    const elapsedMs = performance.now() - started;
    return { ...run.taken(), restarts: 0, lost: 0, forfeited: null, alone, elapsedMs };
  } catch (error) {
    if (error instanceof ModelFailure) error.cpuMs = run.taken().cpuMs;
    throw error;
  } finally {
    run.close();
  }

  function explain({ ending, loading, allowedMs, unanswered }: Interruption): ModelFailure {
    if (ending.kind === "time" && ending.of === "all") {
      return new ModelFailure(
        "time",
        `The model is too slow: it answered ${run.taken().answered} of ${images} images in ${Math.round(allowedMs / 1000)} s of processor time.`,
        "Export a smaller model.",
      );
    }
    const [first] = unanswered;
    const where = loading ? "while it was loaded" : `on ${imagesOf(first!)} of ${images}`;
    return explainEnding(ending, { where, memoryBytes: run.limits.memoryBytes, allowedMs });
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
