import { processWide } from "../../web-process/process-wide";
import { webDatabase } from "../../web-process/web-database";
import { log } from "../log";

/** Called with the id of what moved, or null when something may have been missed. */
export type Listener = (id: string | null) => void;

type Channel = "rung_submission" | "rung_benchmark";

/**
 * Tells of every id that the database notifies a channel of, from whatever process, until the returned function is called. All
 * listeners of a process share one connection; when it was lost and came back they are told that they may have missed something.
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
    .catch((error: unknown) => log().error({ err: error, channel }, "cannot listen for what moves"));
  return listeners;
}
