import { keyedDigest } from "./keyed-digest";

/**
 * The keyed digest (hex) of a version's images in their order and of the part of each. It excludes labels: two versions have the
 * same digest exactly when a ladder that began on one can continue on the other.
 */
export function imagesDigest(input: { key: Buffer; digests: readonly Buffer[]; split: Uint8Array }): string {
  const { key, digests, split } = input;
  return keyedDigest(key, "rung images and parts", [Buffer.concat(digests), split]).toString("hex");
}
