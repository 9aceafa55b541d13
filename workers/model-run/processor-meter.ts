import { type ProcessorUse, processorUse } from "./processor-use";

/** How often a child is looked at, ms: a look costs about half of one. */
export const LOOK_EVERY_MS = 200;

/** Reads what a child took, at most every `LOOK_EVERY_MS`; once it is gone, what it had taken when it was last seen. */
export function processorMeter(pid: number | undefined) {
  let seen: ProcessorUse = { cpuMs: 0, onMs: 0, waitingMs: 0, asleep: false };
  let lookedAt = Number.NEGATIVE_INFINITY;

  function look(): ProcessorUse {
    lookedAt = performance.now();
    const use = pid === undefined ? seen : processorUse(pid);
    // A thread that ended takes its record with it.
    seen = {
      cpuMs: Math.max(seen.cpuMs, use.cpuMs),
      onMs: Math.max(seen.onMs, use.onMs),
      waitingMs: Math.max(seen.waitingMs, use.waitingMs),
      asleep: use.asleep,
    };
    return seen;
  }

  return { look, recent: () => (performance.now() - lookedAt < LOOK_EVERY_MS ? seen : look()) };
}
