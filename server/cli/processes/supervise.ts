import { setTimeout as sleep } from "node:timers/promises";
import type { RunningChild } from "./run-child";

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 30_000;
const STEADY_MS = 60_000;

export interface Supervised {
  stop(graceMs: number): Promise<void>;
}

/**
 * Keeps a child running: when it ends by itself it is started again, at once the first time and ever later if it goes on
 * dying, with a word each time.
 */
export function supervise(
  name: string,
  start: () => RunningChild,
  log: (line: string) => void,
  { now, wait = sleep }: { now: () => number; wait?: (ms: number) => Promise<unknown> },
): Supervised {
  let stopping = false;
  let child = start();
  const keep = async () => {
    for (let delay = FIRST_DELAY_MS; ; delay = Math.min(2 * delay, LONGEST_DELAY_MS)) {
      const since = now();
      const { code, signal } = await child.ended;
      if (stopping) return;
      if (now() - since > STEADY_MS) delay = FIRST_DELAY_MS;
      log(`the ${name} ended (${signal ?? `exit code ${code}`}); starting it again in ${delay / 1000} s`);
      await wait(delay);
      if (stopping) return;
      child = start();
    }
  };
  void keep();
  return {
    async stop(graceMs) {
      stopping = true;
      await child.stop(graceMs);
    },
  };
}
