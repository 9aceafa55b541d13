/**
 * A file, folder or other thing found in a source of images. `read` returns its bytes and must finish before the next entry is
 * requested.
 */
export interface ImageEntry {
  path: string;
  kind: "file" | "directory" | "other";
  /** Size in bytes as the source declares it. */
  size: number;
  read: () => Promise<Uint8Array>;
}

/** The largest file accepted as an image, in bytes. */
export const largestImageBytes = 64 * 2 ** 20;
