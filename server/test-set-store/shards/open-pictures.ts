import { type FileHandle, open, readFile } from "node:fs/promises";
import type { RgbPicture } from "../../evaluation/resample-pixels";
import { readAll } from "../../files/read-all";
import type { TestSetManifest } from "../read-manifest";
import { decodeImage } from "../sources/decode-image";
import type { TestSetFiles } from "../test-set-files";

/**
 * Opens a version's pack: `read(i)` decodes its i-th image, `close` closes it. Reads may come in any order, several at once.
 * Throws a plain `Error` for a pack damaged after its import.
 */
export async function openPictures(files: TestSetFiles, manifest: TestSetManifest) {
  const index = manifest.pixels ? null : await readFile(files.index);
  const pack = await open(files.pack);
  const read = (image: number): Promise<RgbPicture> =>
    manifest.pixels
      ? readRaw(pack, image, manifest.pixels)
      : readEncoded(pack, index!.readDoubleLE(image * 16), index!.readDoubleLE(image * 16 + 8));
  return { read, close: () => pack.close() };
}

async function readRaw(pack: FileHandle, image: number, size: { height: number; width: number }) {
  const length = size.height * size.width * 3;
  return { pixels: await readAll(pack, image * length, length), ...size };
}

async function readEncoded(pack: FileHandle, offset: number, length: number) {
  return decodeImage(await readAll(pack, offset, length));
}
