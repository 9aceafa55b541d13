import type { ShardEvaluated } from "./shard-evaluation";
import { beginShardRun, type ShardRun } from "./shard-run";

const MOST_LOST = 20;

/**
 * An image on which the child dies, sleeps or takes too long stays unanswered and the run goes on, with a new child. When a chunk is to
 * blame its images are tried one by one, so that only the guilty image is lost. Too many lost, or more time used than all images
 * have, and every image is: which ones are lost must not depend on their order.
 * Throws for a first child that cannot even load the model, which it could before: no image was read, the fault is ours. A later
 * one is there because of an image, so that its trouble is the model's: thrown, it would move the time of the result.
 */
export async function runPastFaults(given: ShardRun) {
  const mostLost = given.losses ?? MOST_LOST;
  const run = beginShardRun(given);
  let restarts = 0;
  let lost = 0;
  const taken = (forfeited: ShardEvaluated["forfeited"]) => ({ ...run.taken(), restarts, lost, forfeited });
  try {
    for (;;) {
      const interruption = await run.child();
      if (!interruption) return taken(run.taken().cpuMs > run.allowance.totalMs ? "time" : null);
      const { ending, loading, unanswered } = interruption;
      if (ending.kind === "time" && ending.of === "all") return taken("time");
      if (loading && restarts === 0) throw new Error("The sandboxed runtime did not start.");
      const [suspect, ...others] = unanswered;
      const alone = suspect?.count === 1;
      if (alone) lost += 1;
      // An image is lost in two restarts at most: with its chunk, and alone.
      if (lost > mostLost || restarts >= 2 * (mostLost + 1)) return taken("lost");
      restarts += 1;
      run.work.putBack(alone || !suspect ? [] : [suspect], others);
    }
  } finally {
    run.close();
  }
}
