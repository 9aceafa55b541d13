import { images } from "./seed-log-benchmark";

/** So many wrong images, spread over a window that moves. */
export function wrongBytes(random: () => number, errors: number): Buffer {
  const bytes = Buffer.alloc(images / 8);
  let left = errors;
  while (left > 0) {
    const image = Math.floor(images * random());
    const mask = 1 << (image % 8);
    if (bytes[image >> 3]! & mask) continue;
    bytes[image >> 3]! |= mask;
    left -= 1;
  }
  return bytes;
}
