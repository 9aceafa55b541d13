import type { ShardEvaluation } from "./shard-evaluation";
import { beginShardRun } from "./shard-run";

const MOST_LOST = 20;
const MOST_RESTARTS = 2 * MOST_LOST;

/**
 * A hidden test set: an image on which the child dies or stops answering stays unanswered and the run goes on, with a new child.
 * If a batch is to blame, its images are tried one by one, so that only the guilty image is lost. Throws if the first child
 * cannot even load the model, which loaded before: no image has been read, so the fault is ours. A later child was started
 * because of an image, so its trouble is the model's: throwing would move the time of the result.
 */
export async function runOnHidden(given: ShardEvaluation) {
  const run = beginShardRun(given);
  let restarts = 0;
  let lost = 0;
  try {
    for (;;) {
      const interruption = await run.child();
      if (!interruption || interruption.late) break;
      if (interruption.loading && restarts === 0) throw new Error("The sandboxed runtime did not start.");
      const [suspect, ...others] = interruption.unanswered;
      const alone = suspect?.count === 1;
      if (alone) lost += 1;
      if (lost > MOST_LOST || restarts >= MOST_RESTARTS) break;
      restarts += 1;
      run.work.putBack(alone || !suspect ? [] : [suspect], others);
    }
    return { answered: run.answered(), restarts };
  } finally {
    run.close();
  }
}
