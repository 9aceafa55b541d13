import { readFile } from "node:fs/promises";
import { forEachAtOnce } from "../files/for-each-at-once";
import { miniature, miniatureBytes } from "./near-duplicates/miniature";
import { readManifest } from "./read-manifest";
import { openPictures } from "./shards/open-pictures";
import { testSetFiles } from "./test-set-files";

const atOnce = 8;

/**
 * The miniatures of a version's images, one after the other in the order of its shards: as secret as these are. They are made anew
 * for a version from before imports wrote them. Throws `not_found`, and a plain `Error` for a pack damaged after its import.
 */
export async function loadMiniatures(at: { root: string; versionId: string }): Promise<Uint8Array> {
  const files = testSetFiles(at.root, at.versionId);
  const manifest = await readManifest(at);
  const stored = await readFile(files.miniatures).catch(() => null);
  if (stored?.length === manifest.images * miniatureBytes) return stored;
  const made = new Uint8Array(manifest.images * miniatureBytes);
  const pictures = await openPictures(files, manifest);
  try {
    await forEachAtOnce(Array(manifest.images).keys(), atOnce, async (image) => {
      made.set(miniature(await pictures.read(image)), image * miniatureBytes);
    });
  } finally {
    await pictures.close();
  }
  return made;
}
