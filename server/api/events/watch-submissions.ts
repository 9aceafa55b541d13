import { processWide } from "../../auth/process-wide";
import { webDatabase } from "../../auth/web-database";
import { log } from "../log";

/** Called with the id of a submission that moved, or null when some may have been missed. */
export type SubmissionListener = (id: string | null) => void;

const channel = "rung_submission";

/**
 * Tells of every submission that moves, from whatever process, until the returned function is called. All listeners of a process
 * share one connection; when it was lost and came back they are told that they may have missed something.
 */
export function watchSubmissions(listener: SubmissionListener): () => void {
  const listeners = processWide("submission listeners", startListening);
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function startListening(): Set<SubmissionListener> {
  const listeners = new Set<SubmissionListener>();
  const tell = (id: string | null) => {
    for (const listener of listeners) listener(id);
  };
  webDatabase()
    .sql.listen(channel, tell, () => tell(null))
    .catch((error: unknown) => log().error({ err: error }, "cannot listen for submissions"));
  return listeners;
}
