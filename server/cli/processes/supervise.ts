import { setTimeout as sleep } from "node:timers/promises";
import type { RunningChild } from "./run-child";

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 30_000;
const STEADY_MS = 60_000;

export interface Supervised {
  stop(graceMs: number): Promise<void>;
}

/**
 * Supervises a child: if it ends by itself, it is restarted, after growing delays if it keeps dying; the log says so each time.
 */
export function supervise(
  name: string,
  start: () => RunningChild,
  log: (line: string) => void,
  { now, wait = sleep }: { now: () => number; wait?: (ms: number) => Promise<unknown> },
): Supervised {
  let stopping = false;
  let child = start();
  const restart = async () => {
    for (let delay = FIRST_DELAY_MS; ; delay = Math.min(2 * delay, LONGEST_DELAY_MS)) {
      const since = now();
      const { code, signal } = await child.ended;
      if (stopping) return;
      if (now() - since > STEADY_MS) delay = FIRST_DELAY_MS;
      log(`the ${name} ended (${signal ?? `exit code ${code}`}); restarting it in ${delay / 1000} s`);
      await wait(delay);
      if (stopping) return;
      child = start();
    }
  };
  void restart();
  return {
    async stop(graceMs) {
      stopping = true;
      await child.stop(graceMs);
    },
  };
}
