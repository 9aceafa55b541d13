import { RungError } from "../errors";

/**
 * Runs `atOnce` pieces of work at a time and lets `waiting` more wait, first come, first served. Any more are refused with
 * `busy`; `what` describes the work.
 */
export function inTurn({ atOnce, waiting, what }: { atOnce: number; waiting: number; what: string }) {
  const queue: (() => void)[] = [];
  let running = 0;

  async function comeOn() {
    if (running < atOnce) running += 1;
    else if (queue.length < waiting) await new Promise<void>((resolve) => queue.push(resolve));
    else
      throw new RungError("busy", `This site is ${what} as fast as it can.`, "Try again in a few seconds.", {
        retryAfterMs: 5000,
      });
  }

  function goOn() {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }

  return async <T>(work: () => Promise<T>): Promise<T> => {
    await comeOn();
    try {
      return await work();
    } finally {
      goOn();
    }
  };
}
