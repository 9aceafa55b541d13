import { RungError } from "../../errors";
import { processWide } from "../../web-process/process-wide";

/** A browser has six connections to a site at most; people behind one address share its places unless they sign in. */
const mostOfOne = 30;
const mostInAll = 2000;

const taken = processWide("places of event streams", () => new Map<string, number>());

/**
 * Takes one of a client's places for an event stream; call what it returns when the stream has ended, once or more often.
 * @throws RungError `too_many_requests` for a client who has all of theirs, `busy` when the process has no more
 */
export function takePlace(client: string): () => void {
  const own = taken.get(client) ?? 0;
  if (own >= mostOfOne) {
    throw new RungError(
      "too_many_requests",
      `You follow ${own} streams of events, as many as one reader may.`,
      "Close some pages or connections and try again.",
      { retryAfterMs: 30_000 },
    );
  }
  const inAll = [...taken.values()].reduce((sum, count) => sum + count, 0);
  if (inAll >= mostInAll) {
    throw new RungError(
      "busy",
      "This site sends events to as many readers as it can.",
      "Load the page again later: it shows everything, but does not change by itself.",
      { retryAfterMs: 30_000 },
    );
  }
  taken.set(client, own + 1);
  let isTaken = true;
  return () => {
    if (!isTaken) return;
    isTaken = false;
    const left = (taken.get(client) ?? 1) - 1;
    if (left > 0) taken.set(client, left);
    else taken.delete(client);
  };
}
