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

/**
 * What a failed question to the database means to whoever asked, where the database itself was not there for it: it was being
 * restarted, or its disk is full. Null for any other error.
 */
export function explainOutage(error: unknown): RungError | null {
  const code = codeOf(error);
  if (code === null) return null;
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

/** The code of the innermost error that has one: a query's error wraps the connection's. */
function codeOf(error: unknown): string | null {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (!(error instanceof Error)) return null;
  const { code } = error as { code?: unknown };
  return codeOf(error.cause) ?? (typeof code === "string" ? code : null);
}
