/** Decoded images of a version in one input geometry: a file of uint8 `[images, height, width, 3]`, red first, no header. */
export interface Shard {
  path: string;
  images: number;
  height: number;
  width: number;
  channels: 3;
}
