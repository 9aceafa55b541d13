/**
 * Tells a worker when its hidden slot has nothing to do for teams.
 * @returns `during`, which does something for a team, and `whenFree`, which waits until nothing is done for any and gives back a signal
 *   that ends when something is done again
 */
export function slotWatch() {
  let busy = 0;
  let free = new AbortController();
  const waiting = new Set<() => void>();

  async function whenFree(signal: AbortSignal): Promise<AbortSignal> {
    signal.throwIfAborted();
    if (busy === 0) return free.signal;
    let wake = () => {};
    const woken = new Promise<void>((resolve) => (wake = resolve));
    waiting.add(wake);
    signal.addEventListener("abort", wake);
    await woken;
    signal.removeEventListener("abort", wake);
    return whenFree(signal);
  }

  return {
    async during<Result>(act: () => Promise<Result>): Promise<Result> {
      busy += 1;
      free.abort(new Error("the slot is needed"));
      try {
        return await act();
      } finally {
        busy -= 1;
        if (busy === 0) {
          free = new AbortController();
          for (const wake of waiting) wake();
          waiting.clear();
        }
      }
    },
    whenFree,
  };
}
