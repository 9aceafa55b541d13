import { RungError } from "../errors";
import { findUnstorable } from "../text/find-unstorable";

/** Refuses whatever was sent with a text that the database cannot store, wherever it is. Throws `bad_input`. */
export function refuseUnstorable(sent: unknown): void {
  const path = findUnstorable(sent);
  if (path === null) return;
  throw new RungError(
    "bad_input",
    `${path === "" ? "What was sent" : path} has the character U+0000 or half of a character, which no text can have.`,
    "Leave it out and send it again.",
  );
}
