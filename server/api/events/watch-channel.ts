import { processWide } from "../../web-process/process-wide";
import { webDatabase } from "../../web-process/web-database";
import { log } from "../log";

/** Called with the id of what changed, or null if something may have been missed. */
export type Listener = (id: string | null) => void;

type Channel = "rung_submission" | "rung_benchmark";

/**
 * Passes on every id that any process sends to a database channel, until the returned function is called. All listeners in a
 * process share one connection; after it was lost and restored, they are told that they may have missed something.
 */
export function watchChannel(channel: Channel, listener: Listener): () => void {
  const listeners = processWide(`listeners of ${channel}`, () => startListening(channel));
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function startListening(channel: Channel): Set<Listener> {
  const listeners = new Set<Listener>();
  const tell = (id: string | null) => {
    for (const listener of listeners) listener(id);
  };
  webDatabase()
    .sql.listen(channel, tell, () => tell(null))
    .catch((error: unknown) => log().error({ err: error, channel }, "cannot listen for changes"));
  return listeners;
}
