import { setTimeout as sleep } from "node:timers/promises";
import { RungError } from "../../errors";

/** Waits until the site reports that it is healthy (`/healthz`). Throws with its last answer if that takes too long. */
export async function waitUntilHealthy(
  url: string,
  { ending, patienceMs = 60_000 }: { ending: AbortSignal; patienceMs?: number },
): Promise<void> {
  let last = "no answer";
  for (const end = performance.now() + patienceMs; performance.now() < end; await sleep(50)) {
    ending.throwIfAborted();
    try {
      const answer = await fetch(new URL("/healthz", url), { signal: AbortSignal.timeout(5000) });
      if (answer.ok) return;
      last = `status ${answer.status}: ${(await answer.text()).slice(0, 300)}`;
    } catch (error) {
      last = String((error as Error).cause ?? error);
    }
  }
  throw new RungError(
    "something_broke",
    `The site did not come up at ${url} (${last}).`,
    "Its output is above.",
  );
}
