/** Decoded images of one size: each call of `chunks` yields their bytes (red, green, blue; whole images each time) in order. */
export interface RawImages {
  images: number;
  height: number;
  width: number;
  labels: ArrayLike<number>;
  chunks: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}
