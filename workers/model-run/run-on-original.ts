import { atOneImage } from "./at-one-image";
import { explainInterruption } from "./explain-interruption";
import { ModelFailure } from "./model-failure";
import { needsSolitude } from "./needs-solitude";
import { nonFinite } from "./non-finite";
import type { ShardEvaluation } from "./shard-evaluation";
import { beginShardRun } from "./shard-run";
import { throwMachineFault } from "./throw-machine-fault";

/** A public test set: the first thing that goes wrong is a `ModelFailure`, with all that is known. */
export async function runOnOriginal(given: ShardEvaluation) {
  const alone = given.alone ?? (await needsSolitude(given));
  const started = performance.now();
  const run = beginShardRun({ ...given, alone, onScores: whenFinite(given) });
  try {
    const interruption = await run.child();
    throwMachineFault(interruption);
    const trouble = interruption && (await atOneImage(run, interruption));
    throwMachineFault(trouble);
    if (trouble) throw explainInterruption(trouble, run, given);
    const elapsedMs = performance.now() - started;
    return { ...run.taken(), facts: run.facts(), restarts: 0, lost: 0, forfeited: null, alone, elapsedMs };
  } catch (error) {
    if (error instanceof ModelFailure) Object.assign(error, { cpuMs: run.taken().cpuMs, facts: run.facts() });
    throw error;
  } finally {
    run.close();
  }
}

function whenFinite({ shard, onScores }: ShardEvaluation): ShardEvaluation["onScores"] {
  return (image, scores) => {
    if (!scores.every(Number.isFinite)) throw nonFinite(image, shard.images);
    onScores(image, scores);
  };
}
