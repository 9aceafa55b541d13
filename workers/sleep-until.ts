import { setTimeout as sleep } from "node:timers/promises";

/** The longest wait of a timer, in ms. */
const longestMs = 2 ** 31 - 1;

/** Resolves when `time` has come by the clock `now`; rejects with the signal's reason when aborted. */
export async function sleepUntil(
  time: Date,
  { now, signal }: { now: () => Date; signal: AbortSignal },
): Promise<void> {
  for (;;) {
    const left = time.getTime() - now().getTime();
    if (left <= 0) return;
    await sleep(Math.min(left, longestMs), undefined, { signal }).catch((error: unknown) => {
      throw signal.aborted ? signal.reason : error;
    });
  }
}
