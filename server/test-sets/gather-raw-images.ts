import { open } from "node:fs/promises";
import { badTestSet } from "./bad-test-set";
import type { GatheredImages } from "./gathered-images";
import { imageDigest } from "./image-digest";
import type { RawImages } from "./raw-images";
import { refuseDuplicate } from "./refuse-duplicate";
import type { TestSetFiles } from "./test-set-files";
import { writeAll } from "./write-all";

/**
 * Writes the pack of images that come decoded, in the order in which they come. Throws `bad_input` naming a label outside the
 * classes, or both of two images with the same pixels.
 */
export async function gatherRawImages(input: {
  raw: RawImages;
  classes: readonly string[];
  files: TestSetFiles;
  digestKey: Buffer;
}): Promise<GatheredImages> {
  const { raw, classes, files, digestKey } = input;
  const { height, width } = raw;
  refuseUnknownLabels(raw.labels, classes.length);
  const digests: Buffer[] = [];
  const seen = new Map<string, string>();
  const imageBytes = height * width * 3;
  let end = 0;
  const pack = await open(files.pack, "wx", 0o600);
  try {
    for await (const chunk of raw.chunks()) {
      for (let at = 0; at < chunk.length; at += imageBytes) {
        const digest = imageDigest(digestKey, { pixels: chunk.subarray(at, at + imageBytes), width, height });
        refuseDuplicate(seen, digest, `image ${digests.length}`);
        digests.push(digest);
      }
      await writeAll(pack, chunk, end);
      end += chunk.length;
    }
    await pack.sync();
  } finally {
    await pack.close();
  }
  return { labels: Uint16Array.from(raw.labels), digests, pixels: { height, width } };
}

function refuseUnknownLabels(labels: ArrayLike<number>, classes: number): void {
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (Number.isInteger(label) && label >= 0 && label < classes) continue;
    throw badTestSet(
      `Image ${i} has the label ${label}; the ${classes} classes are numbered from 0 to ${classes - 1}.`,
    );
  }
}
