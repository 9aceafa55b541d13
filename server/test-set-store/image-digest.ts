import type { RgbPicture } from "../evaluation/resample-pixels";
import { keyedDigest } from "./keyed-digest";

export const imageDigestBytes = 16;

/** The keyed digest of a picture's pixels (16 bytes): the same for the same pixels, whatever file they came from. */
export function imageDigest(key: Buffer, { pixels, width, height }: RgbPicture): Buffer {
  return keyedDigest(key, "rung image", [`${width}x${height}`, pixels]).subarray(0, imageDigestBytes);
}
