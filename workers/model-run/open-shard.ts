import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** A file of raw uint8 pixels, `[images, height, width, channels]`, and nothing else. */
export interface Shard {
  path: string;
  images: number;
  height: number;
  width: number;
  channels: 3;
}

/** Reads a shard's images by number; throws if the file's length does not match its shape. */
export function openShard({ path, images, height, width, channels }: Shard) {
  const imageBytes = height * width * channels;
  const file = openSync(path, "r");
  if (fstatSync(file).size !== images * imageBytes) {
    closeSync(file);
    throw new Error(`The shard ${path} does not hold ${images} images of ${imageBytes} bytes.`);
  }

  function readAt(target: Uint8Array, image: number): void {
    for (let filled = 0; filled < target.length; ) {
      const read = readSync(file, target, filled, target.length - filled, image * imageBytes + filled);
      if (read === 0) throw new Error(`The shard ${path} ended while it was read.`);
      filled += read;
    }
  }

  return {
    imageBytes,
    /** Fills `target` with `count` images: those from `start` on in `order`, or in the file if there is no order. */
    read(target: Uint8Array, start: number, count: number, order?: Uint32Array): void {
      if (!order) return readAt(target.subarray(0, count * imageBytes), start);
      for (let i = 0; i < count; i += 1) {
        readAt(target.subarray(i * imageBytes, (i + 1) * imageBytes), order[start + i]!);
      }
    },
    close: () => closeSync(file),
  };
}
