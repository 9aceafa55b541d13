/** What an import has written to its pack so far: labels and keyed pixel digests (16 bytes) in the order of the version. */
export interface GatheredImages {
  labels: Uint16Array;
  digests: Buffer[];
  /** By which images are found that are nearly those of another test set. */
  miniatures: Uint8Array[];
  /** For each image of the version, its place in what was read. */
  order: number[];
  /** What each image was called in its source: its path, or its place in an array. */
  names: string[];
  /** Height and width in pixels of raw pixels; null if the pack contains encoded images. */
  pixels: { height: number; width: number } | null;
}
