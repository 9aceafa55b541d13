import type { Database } from "../../../db/client";
import { appendLine } from "../../audit-log/append-line";
import type { NewLine } from "../../audit-log/line-schema";
import type { RungError } from "../../errors";

/** Why a team may not submit or spend now, until when, and the line of the log that a real attempt writes. */
export interface Refused {
  error: RungError;
  /** null: for good, or until the team has acted */
  until: Date | null;
  line: NewLine | null;
}

/** Logs a refusal, in the caller's transaction, and gives the error to throw once that has committed. */
export async function logRefusal(tx: Database, { error, line }: Refused): Promise<RungError> {
  if (line) await appendLine(tx, line);
  return error;
}
