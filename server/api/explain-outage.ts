import { RungError } from "../errors";

/** PostgreSQL's classes of errors that are not the question's fault: no connection, no resources, taken away by its operator, its disk. */
const classes = ["08", "53", "57P", "58"];
const ofConnection = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
]);

/** What the log says to a line that is dated far from the database's own time, or before a head that others have seen. */
const wrongTime = /the web appends lines of this moment only|dated before a published head/;

/**
 * What a failed question to the database means to whoever asked, where the database itself was not there for it: it was being
 * restarted, its disk is full, or its clock is not the site's. Null for any other error.
 */
export function explainOutage(error: unknown): RungError | null {
  const cause = innermost(error);
  if (cause === null) return null;
  const { code, message } = cause;
  if (wrongTime.test(message)) {
    return new RungError(
      "busy",
      "The clocks of this site and of its database are not the same. Nothing of this request was done.",
      "Try again when a maintainer has set them right: the log takes nothing that is dated wrongly.",
      { cause: error },
    );
  }
  if (code === "53100") {
    return new RungError(
      "busy",
      "The disk of this site's database is full. Nothing of this request was stored.",
      "Try again later; a maintainer has to make room.",
      { cause: error },
    );
  }
  if (!ofConnection.has(code) && !classes.some((start) => code.startsWith(start))) return null;
  return new RungError(
    "busy",
    "This site's database does not answer just now.",
    "Try again in a moment: what was done already is not done twice. If it goes on, tell a maintainer.",
    { cause: error },
  );
}

/** The innermost error that has a code: a query's error wraps the connection's. */
function innermost(error: unknown): { code: string; message: string } | null {
  if (error instanceof AggregateError) return innermost(error.errors[0]);
  if (!(error instanceof Error)) return null;
  const { code, message } = error as Error & { code?: unknown };
  return innermost(error.cause) ?? (typeof code === "string" ? { code, message } : null);
}
