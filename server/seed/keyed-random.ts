import { createCipheriv, createHmac } from "node:crypto";

/**
 * Uniform numbers in [0, 1) with 32 random bits each that nobody can predict without the seed: the AES-256-CTR key stream under
 * HMAC-SHA-256(seed, purpose). The same seed and purpose give the same numbers, another purpose gives unrelated ones.
 * @param seed 32 secret bytes; a RangeError otherwise
 */
export function keyedRandom(seed: Uint8Array, purpose: string): () => number {
  if (seed.length !== 32) throw new RangeError("the seed must have 32 bytes");
  const key = createHmac("sha256", seed).update(purpose).digest();
  const cipher = createCipheriv("aes-256-ctr", key, new Uint8Array(16));
  const zeros = new Uint8Array(65536);
  let stream = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at === stream.length) {
      stream = Buffer.from(cipher.update(zeros));
      at = 0;
    }
    at += 4;
    return stream.readUInt32LE(at - 4) / 2 ** 32;
  };
}
