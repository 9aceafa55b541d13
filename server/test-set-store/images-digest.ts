import { keyedDigest } from "./keyed-digest";

/**
 * The keyed digest (hex) of a version's images in their order and of the part of each. Labels are no part of it: two versions have
 * the same one exactly where a ladder that stands on the one can go on with the other.
 */
export function imagesDigest(input: { key: Buffer; digests: readonly Buffer[]; split: Uint8Array }): string {
  const { key, digests, split } = input;
  return keyedDigest(key, "rung images and parts", [Buffer.concat(digests), split]).toString("hex");
}
