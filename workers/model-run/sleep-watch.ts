import type { ProcessorUse } from "./processor-use";

const LONGEST_SLEEP_MS = 60_000;
/** What a runtime that only waits may take of a processor meanwhile. */
const STIRRING_MS = 100;

/**
 * Tells when a child has slept for a minute although it has everything that it was to be given. Looks are counted, not time: while
 * this process is not let on a processor itself, nobody's minute passes.
 */
export function sleepWatch(lookEveryMs: number) {
  let sleptMs = 0;
  let since = 0;
  return (use: ProcessorUse, hasAllInput: boolean): boolean => {
    const stirs = use.cpuMs - since > STIRRING_MS;
    if (!use.asleep || !hasAllInput || stirs) {
      sleptMs = 0;
      since = use.cpuMs;
      return false;
    }
    sleptMs += lookEveryMs;
    return sleptMs >= LONGEST_SLEEP_MS;
  };
}
