import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { forEachAtOnce } from "../../files/for-each-at-once";
import { renameDurably } from "../../files/rename-durably";
import { withTemporaryDirectory } from "../../files/with-temporary-directory";
import { writeDurably } from "../../files/write-durably";
import { readManifest } from "../read-manifest";
import { openPictures } from "../shards/open-pictures";
import { testSetFiles } from "../test-set-files";
import { miniature, miniatureBytes } from "./miniature";

const atOnce = 8;

/**
 * The miniatures of a version's images (32 x 32 x 3 bytes each), in the order of its shards. They are made the first time and
 * stored beside the images, as secret as these. Throws `not_found`, and a plain `Error` for a pack damaged after its import.
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
  await withTemporaryDirectory(at.root, async (directory) => {
    const path = join(directory, "miniatures");
    await writeDurably(path, made);
    await renameDurably(path, files.miniatures);
  });
  return made;
}
