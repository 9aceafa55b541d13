import { explainEnding } from "./explain-ending";
import type { Interruption } from "./interruption";
import { ModelFailure } from "./model-failure";
import type { ShardEvaluation } from "./shard-evaluation";
import type { beginShardRun } from "./shard-run";

/** The explanation for an author whose model ended a run on public images, with the image on which it did where that is known. */
export function explainInterruption(
  { ending, loading, allowedMs, unanswered }: Interruption,
  run: Pick<ReturnType<typeof beginShardRun>, "taken" | "limits">,
  { shard, order }: Pick<ShardEvaluation, "shard" | "order">,
): ModelFailure {
  if (ending.kind === "time" && ending.of === "all") {
    return new ModelFailure(
      "time",
      `The model is too slow: it answered ${run.taken().answered} of ${order?.length ?? shard.images} images in ${Math.round(allowedMs / 1000)} s of processor time.`,
      "Export a smaller model.",
    );
  }
  const [first] = unanswered;
  const numbers = first
    ? Array.from({ length: first.count }, (_, i) => (order?.[first.start + i] ?? first.start + i) + 1)
    : [];
  const where = loading || !first ? "while it was loaded" : `on ${imagesOf(numbers)} of ${shard.images}`;
  const failure = explainEnding(ending, { where, memoryBytes: run.limits.memoryBytes, allowedMs });
  if (!loading && numbers.length === 1) failure.image = numbers[0]!;
  return failure;
}

function imagesOf(numbers: number[]): string {
  if (numbers.length === 1) return `image ${numbers[0]}`;
  return `one of images ${Math.min(...numbers)} to ${Math.max(...numbers)}`;
}
