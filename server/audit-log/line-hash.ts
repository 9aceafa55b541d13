import { createHash, createHmac } from "node:crypto";

/** The hash before the first line. */
export const genesisHash = createHash("sha256").digest();

/** `c = HMAC-SHA-256(salt, JCS(secret))`: the salt prevents outsiders from finding a count by trying them all. */
export function commitmentOf(salt: Uint8Array, secret: string): Buffer {
  return createHmac("sha256", salt).update(secret).digest();
}

/** `h_i = SHA-256(h_{i-1} || JCS(public_i) || c_i)`. */
export function lineHash(previous: Uint8Array, publicText: string, commitment: Uint8Array): Buffer {
  return createHash("sha256").update(previous).update(publicText).update(commitment).digest();
}
