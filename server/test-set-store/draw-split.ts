import { keyedDigest } from "./keyed-digest";

/**
 * Draws which images belong to the audit part: `round(images * auditFraction)` of them, those with the smallest keyed digest
 * under `key`. Returns a byte for each image, 1 = audit. Without the key every choice is equally likely; the same images always
 * fall into the same parts, so a version with corrected labels neither reveals nor queries an image of the audit part.
 */
export function drawSplit(input: {
  digests: readonly Buffer[];
  auditFraction: number;
  key: Buffer;
}): Uint8Array {
  const { digests, auditFraction, key } = input;
  const drawn = digests
    .map((digest, image) => ({ image, lot: keyedDigest(key, "rung audit part", [digest]) }))
    .sort((a, b) => a.lot.compare(b.lot));
  const split = new Uint8Array(digests.length);
  for (const { image } of drawn.slice(0, Math.round(digests.length * auditFraction))) split[image] = 1;
  return split;
}
