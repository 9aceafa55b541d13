import { RungError } from "../errors";

/** A refusal of a test set: nothing was stored, and the message names the file at fault. */
export function badTestSet(
  sentence: string,
  hint = "Nothing was imported. Correct it and import again.",
): RungError {
  return new RungError("bad_input", sentence, hint);
}
