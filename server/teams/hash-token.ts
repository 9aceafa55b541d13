import { createHash } from "node:crypto";

/** SHA-256 of a token, 32 bytes. A token is 256 random bits, so no slower hash is needed against guessing. */
export function hashToken(token: string): Uint8Array {
  return createHash("sha256").update(token).digest();
}
