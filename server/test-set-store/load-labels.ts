import { readFile } from "node:fs/promises";
import { testSetFiles } from "./test-set-files";

/** The class index of every image of a version, in the order of its shards. Throws `not_found` for a malformed id. */
export async function loadLabels(at: { root: string; versionId: string }): Promise<Uint16Array> {
  const bytes = await readFile(testSetFiles(at.root, at.versionId).labels);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint16Array.from({ length: bytes.length / 2 }, (_, i) => view.getUint16(i * 2, true));
}
