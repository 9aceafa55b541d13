import { readSync } from "node:fs";

/** Fills `target` from standard input; false if the stream ended before the first byte. */
export function readExactly(target: Uint8Array): boolean {
  let filled = 0;
  while (filled < target.length) {
    const read = readSync(0, target, filled, target.length - filled, null);
    if (read === 0) {
      if (filled === 0) return false;
      throw new Error("the input ended in the middle of an image");
    }
    filled += read;
  }
  return true;
}
