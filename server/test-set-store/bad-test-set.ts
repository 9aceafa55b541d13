import { RungError } from "../errors";

/** A refusal of a test set: nothing of it was kept, and the sentence names the file at fault. */
export function badTestSet(
  sentence: string,
  hint = "Nothing was imported. Correct it and import again.",
): RungError {
  return new RungError("bad_input", sentence, hint);
}
