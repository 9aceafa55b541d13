import { runPastFaults } from "./run-past-faults";
import { secondLook } from "./second-look";
import type { ShardEvaluation } from "./shard-evaluation";

/**
 * A hidden test set, quietly. Where the model runs several images at once, some are run again among other neighbours in the end: one bit
 * that differs, and all images are run again one by one, within what is left of the allowance. Their order is secret, and must not
 * re-roll a score.
 */
export async function runOnHidden(given: ShardEvaluation) {
  const started = performance.now();
  const elapsedMs = () => performance.now() - started;
  const alone = { ...given, alone: true };
  if (given.alone) return { ...(await runPastFaults(alone)), alone: true, elapsedMs: elapsedMs() };

  const { onScores, differs } = secondLook(given);
  const together = await runPastFaults({ ...given, alone: false, onScores });
  if (together.forfeited || !(await differs())) return { ...together, alone: false, elapsedMs: elapsedMs() };
  given.onVoid?.();
  const again = await runPastFaults({ ...alone, ...leftOf(given, together) });
  return {
    ...again,
    restarts: together.restarts + again.restarts,
    cpuMs: together.cpuMs + again.cpuMs,
    machine: together.machine,
    alone: true,
    elapsedMs: elapsedMs(),
  };
}

function leftOf({ allowance }: ShardEvaluation, { cpuMs }: { cpuMs: number }) {
  return allowance ? { allowance: { ...allowance, totalMs: Math.max(0, allowance.totalMs - cpuMs) } } : {};
}
