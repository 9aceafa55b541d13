import { RungError } from "../errors";

type Outside = Error & { code?: unknown; address?: string; port?: number; path?: string };

const unreachable = [
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "CONNECT_TIMEOUT",
];
/** It is starting, ending or being restarted, or the connection broke meanwhile. */
const passing = ["57P01", "57P02", "57P03", "CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED"];
const closed = ["EACCES", "EPERM", "EROFS", "ENOTDIR"];

/**
 * What went wrong outside this program (the database, the disk), in words; null for anything else. It never quotes the address as
 * given, which may contain a password.
 */
export function explainOutside(error: unknown): RungError | null {
  const cause = deepest(error);
  if (!cause) return null;
  const { code, address, port, path } = cause;
  const say = (message: string, hint: string) =>
    new RungError("not_configured", message, hint, { cause: error });
  if (typeof code !== "string") return null;
  if (unreachable.includes(code)) {
    const at = address ? ` at ${address}${port ? `:${port}` : ""}` : "";
    return say(
      `The database${at} does not answer (${code}).`,
      "Start it, or correct the database addresses in the environment; with none set, the embedded database is used.",
    );
  }
  if (passing.includes(code)) {
    return new RungError(
      "busy",
      "The database was restarted meanwhile, or has just begun to start.",
      "Try again in a moment. If it goes on, its log says why.",
      { cause: error },
    );
  }
  if (code.startsWith("28")) {
    return say(
      `The database rejects this name and password: ${cause.message}.`,
      "Correct the database addresses in the environment; `npm run -s rung -- migrate` prints those for the roles.",
    );
  }
  if (code === "3D000") {
    return say(
      `There is no such database: ${cause.message}.`,
      "Create it with `createdb`, or correct the address.",
    );
  }
  if (["42P01", "3F000"].includes(code)) {
    return say(
      `The database does not have the current schema: ${cause.message}.`,
      "Run `npm run -s rung -- migrate` first.",
    );
  }
  if (code === "ENOSPC" || code === "EDQUOT" || code === "53100") {
    return new RungError("disk_full", "The disk is full.", "Make room and try again.", { cause: error });
  }
  if (closed.includes(code) && path) {
    return say(
      `${path} cannot be read or written (${code}).`,
      "Change its permissions, or choose another place; RUNG_DATA_DIR is the data folder.",
    );
  }
  return null;
}

/** A query's error wraps the connection's, which may wrap one error per address tried. */
function deepest(error: unknown): Outside | null {
  if (error instanceof AggregateError) return deepest(error.errors[0]);
  if (!(error instanceof Error)) return null;
  return (error.cause instanceof Error && deepest(error.cause)) || error;
}
