import { setTimeout as realSleep } from "node:timers/promises";
import { vi } from "vitest";

export type VirtualClock = ReturnType<typeof virtualClock>;

/** Time that only a test moves, for everything in this process that asks `Date`. Timers stay real. */
export function virtualClock(start: Date) {
  vi.useFakeTimers({ toFake: ["Date"], now: start });
  const sleepers: { at: number; wake: () => void }[] = [];
  const faults: unknown[] = [];
  const tasks = { busy: 0 };

  /** Waits until every task sleeps or has ended; throws what one of them threw. */
  async function settle(): Promise<void> {
    while (tasks.busy > 0) await realSleep(1);
    if (faults.length > 0) throw faults[0];
  }

  /** A task that waits for another one is as good as asleep. */
  async function waitFor<Result>(other: Promise<Result>): Promise<Result> {
    tasks.busy -= 1;
    try {
      return await other;
    } finally {
      tasks.busy += 1;
    }
  }

  return {
    settle,
    /** Starts a task; `then` follows it at once. */
    run(task: () => Promise<unknown>, then: () => void = () => {}) {
      tasks.busy += 1;
      void task()
        .then(then)
        .catch((error: unknown) => void faults.push(error))
        .finally(() => (tasks.busy -= 1));
    },
    /** Sleeps by this clock; rejects with the signal's reason when aborted. */
    async sleepUntil(time: Date | number, signal?: AbortSignal): Promise<void> {
      const at = Number(time);
      signal?.throwIfAborted();
      if (at <= Date.now()) return;
      const { promise, resolve: wake } = withResolvers();
      const sleeper = { at, wake };
      const awake = () => {
        if (sleepers.includes(sleeper)) sleepers.splice(sleepers.indexOf(sleeper), 1);
        wake();
      };
      sleepers.push(sleeper);
      signal?.addEventListener("abort", awake);
      await waitFor(promise);
      signal?.removeEventListener("abort", awake);
      signal?.throwIfAborted();
    },
    waitFor,
    /** Moves on, stopping wherever a task wanted to be woken. */
    async advanceTo(time: number, afterEach: () => Promise<void>): Promise<void> {
      for (;;) {
        await settle();
        await afterEach();
        const next = sleepers.sort((a, b) => a.at - b.at)[0];
        if (!next || next.at > time) break;
        sleepers.shift();
        vi.setSystemTime(Math.max(next.at, Date.now()));
        next.wake();
        await realSleep(0);
      }
      vi.setSystemTime(time);
    },
    stop: () => void vi.useRealTimers(),
  };
}

function withResolvers() {
  let resolve = () => {};
  const promise = new Promise<void>((wake) => (resolve = wake));
  return { promise, resolve };
}
