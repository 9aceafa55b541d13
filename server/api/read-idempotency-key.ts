import { RungError } from "../errors";

/** The header `Idempotency-Key` of a request: null without one. Throws `bad_input` for one that is empty or longer than 200 characters. */
export function readIdempotencyKey(headers: Headers): string | null {
  const key = headers.get("idempotency-key");
  if (key === null || /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new RungError(
    "bad_input",
    "The header Idempotency-Key has 1 to 200 visible ASCII characters.",
    "Send a new UUID with each submission.",
  );
}
