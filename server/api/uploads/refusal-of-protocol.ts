import { RungError } from "../../errors";

/** Turns a refusal by the protocol's library, known by its status and message, into one of ours. */
export function refusalOfProtocol(status: number, words: string): RungError {
  const detail = `${words.trim().replace(/\.$/, "")}.`;
  if (status === 413) {
    return new RungError("too_large", "The model is larger than this site accepts.", "Nothing was stored.");
  }
  if (status === 404 || status === 410) return new RungError("not_found", "You have no such upload.");
  if (status === 409) {
    return new RungError(
      "bad_input",
      "The upload is at a different offset.",
      "Request its offset with HEAD, then resume.",
    );
  }
  if (status >= 500 && status !== 501) return new RungError("something_broke", detail, "Resume the upload.");
  return new RungError(
    "bad_input",
    detail,
    "The protocol is described at https://tus.io/protocols/resumable-upload.",
  );
}
