import { imageDigestBytes } from "./image-digest";

/** Whether two test sets have an image in common, by their sorted, concatenated image digests (16 bytes each). */
export function shareAnImage(left: Uint8Array, right: Uint8Array): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const order = a.compare(b, j, j + imageDigestBytes, i, i + imageDigestBytes);
    if (order === 0) return true;
    if (order < 0) i += imageDigestBytes;
    else j += imageDigestBytes;
  }
  return false;
}
