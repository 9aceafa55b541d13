import { open } from "node:fs/promises";
import { type InputGeometry } from "../../evaluation/input-geometry";
import { resamplePixels } from "../../evaluation/resample-pixels";
import { forEachAtOnce } from "../../files/for-each-at-once";
import { writeAll } from "../../files/write-all";
import type { TestSetManifest } from "../read-manifest";
import type { TestSetFiles } from "../test-set-files";
import { openPictures } from "./open-pictures";

const atOnce = 8;

/** Decodes, resizes and crops every image of a version into the file `path`; at most 8 images are in memory at a time. */
export async function buildShard(input: {
  files: TestSetFiles;
  manifest: TestSetManifest;
  geometry: InputGeometry;
  path: string;
}): Promise<void> {
  const { files, manifest, geometry, path } = input;
  const imageBytes = geometry.height * geometry.width * 3;
  const pictures = await openPictures(files, manifest);
  const shard = await open(path, "wx", 0o600);
  try {
    await forEachAtOnce(Array(manifest.images).keys(), atOnce, async (image) => {
      const pixels = resamplePixels(await pictures.read(image), geometry);
      await writeAll(shard, pixels, image * imageBytes);
    });
    await shard.sync();
  } finally {
    await Promise.all([shard.close(), pictures.close()]);
  }
}
