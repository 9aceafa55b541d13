import { createHmac } from "node:crypto";

/** HMAC-SHA-256 (32 bytes) over `parts`, each preceded by its length, under a secret key. `purpose` separates uses. */
export function keyedDigest(key: Buffer, purpose: string, parts: (Uint8Array | string)[]): Buffer {
  const hmac = createHmac("sha256", key);
  for (const part of [purpose, ...parts]) {
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(bytes.length));
    hmac.update(length).update(bytes);
  }
  return hmac.digest();
}
