import { openShard, type Shard } from "./open-shard";

/** The pixels of a shard's first image. */
export function firstImage(shard: Shard): Uint8Array {
  const { imageBytes, read, close } = openShard(shard);
  const pixels = new Uint8Array(imageBytes);
  read(pixels, 0, 1);
  close();
  return pixels;
}
