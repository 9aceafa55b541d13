/** A file, folder or other thing found in a source of images. `read` gives its bytes and must end before the next entry is asked for. */
export interface ImageEntry {
  path: string;
  kind: "file" | "directory" | "other";
  /** Size in bytes as the source declares it. */
  size: number;
  read: () => Promise<Uint8Array>;
}

/** The largest file that is taken for an image, in bytes. */
export const largestImageBytes = 64 * 2 ** 20;
