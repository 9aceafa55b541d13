import { keyedDigest } from "./keyed-digest";

/**
 * The keyed digest of a version (hex): of its class names and, sorted by image, of each image's digest, label and part. It does
 * not depend on file names or on the order of the source. Without the key nobody can test guesses against it.
 */
export function versionDigest(input: {
  key: Buffer;
  classes: readonly string[];
  digests: readonly Buffer[];
  labels: Uint16Array;
  split: Uint8Array;
}): string {
  const { key, classes, digests, labels, split } = input;
  const lines = digests.map((digest, i) => `${digest.toString("hex")} ${labels[i]} ${split[i]}`);
  return keyedDigest(key, "rung test set version", [
    JSON.stringify(classes),
    lines.sort().join("\n"),
  ]).toString("hex");
}
