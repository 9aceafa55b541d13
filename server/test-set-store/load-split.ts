import { readFile } from "node:fs/promises";
import { testSetFiles } from "./test-set-files";

/** One byte for every image of a version, in the order of its shards: 0 = guarded, 1 = audit. */
export async function loadSplit(at: { root: string; versionId: string }): Promise<Uint8Array> {
  return new Uint8Array(await readFile(testSetFiles(at.root, at.versionId).split));
}
