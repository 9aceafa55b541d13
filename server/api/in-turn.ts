import { RungError } from "../errors";

/**
 * Lets `atOnce` pieces of work run at a time and `waiting` more wait for their turn, first come, first served. What comes beyond
 * is refused with `busy`: `what` says in words what is being done.
 */
export function inTurn({ atOnce, waiting, what }: { atOnce: number; waiting: number; what: string }) {
  const queue: (() => void)[] = [];
  let running = 0;

  async function comeOn() {
    if (running < atOnce) running += 1;
    else if (queue.length < waiting) await new Promise<void>((resolve) => queue.push(resolve));
    else
      throw new RungError("busy", `This site is ${what} as fast as it can.`, "Try again in a few seconds.");
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
