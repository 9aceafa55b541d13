import type { Interruption } from "./interruption";
import type { beginShardRun } from "./shard-run";

/**
 * Runs the images of the chunk that ended a child once more, one by one, so that its author learns which it was.
 * @returns null where nothing happened this time, and all images are answered
 */
export async function atOneImage(
  run: Pick<ReturnType<typeof beginShardRun>, "child" | "work">,
  interruption: Interruption,
): Promise<Interruption | null> {
  const { ending, loading, unanswered } = interruption;
  const [suspect, ...others] = unanswered;
  const isAll = ending.kind === "time" && ending.of === "all";
  if (loading || isAll || !suspect || suspect.count === 1) return interruption;
  run.work.putBack([suspect], others);
  return run.child();
}
