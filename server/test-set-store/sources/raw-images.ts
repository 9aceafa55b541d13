/** Decoded images of one size: `chunks` gives their bytes (red, green, blue; whole images each time) in order, as often as it is called. */
export interface RawImages {
  images: number;
  height: number;
  width: number;
  labels: ArrayLike<number>;
  chunks: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}
