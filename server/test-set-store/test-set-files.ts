import { join } from "node:path";
import { RungError } from "../errors";

/** Where the parts of a version are below the store's root. */
export interface TestSetFiles {
  directory: string;
  /** The encoded images, or the raw pixels (`[N,H,W,3]`), one after the other. */
  pack: string;
  /** Offset and length in bytes of each image in the pack: float64, little endian. Absent for raw pixels. */
  index: string;
  /** Class index of each image: uint16, little endian. */
  labels: string;
  /** One byte for each image: 0 = guarded, 1 = audit. */
  split: string;
  /** A miniature of each image, by which nearly equal ones are found. Imports have written it since these are looked for. */
  miniatures: string;
  manifest: string;
}

/** The files of a version. Throws `not_found` for a malformed id, because it becomes part of a path. */
export function testSetFiles(root: string, versionId: string): TestSetFiles {
  if (!/^[0-9a-f]{32}$/.test(versionId)) {
    throw new RungError("not_found", `There is no test set version "${versionId}" in the store.`);
  }
  return testSetFilesIn(join(root, "versions", versionId));
}

/** The files of a version being written in `directory`. */
export function testSetFilesIn(directory: string): TestSetFiles {
  return {
    directory,
    pack: join(directory, "images.pack"),
    index: join(directory, "images.index"),
    labels: join(directory, "labels.bin"),
    split: join(directory, "split.bin"),
    miniatures: join(directory, "miniatures.bin"),
    manifest: join(directory, "manifest.json"),
  };
}
