import { open } from "node:fs/promises";
import { writeAll } from "../../files/write-all";
import { badTestSet } from "../bad-test-set";
import { imageDigest } from "../image-digest";
import { miniature } from "../near-duplicates/miniature";
import type { TestSetFiles } from "../test-set-files";
import type { GatheredImages } from "./gathered-images";
import { orderOfImages } from "./order-of-images";
import type { RawImages } from "./raw-images";
import { refuseDuplicate } from "./refuse-duplicate";

/**
 * Writes the pack of images that are already decoded, in the order of `orderOfImages`, which takes reading them twice. Throws
 * `bad_input` naming a label outside the classes, or both of two images with the same pixels.
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
  const miniatures: Uint8Array[] = [];
  const seen = new Map<string, string>();
  for await (const pixels of imagesOf(raw)) {
    const digest = imageDigest(digestKey, { pixels, width, height });
    refuseDuplicate(seen, digest, `image ${digests.length}`);
    digests.push(digest);
    miniatures.push(miniature({ pixels, width, height }));
  }
  const order = orderOfImages(digests);
  await writePack(files.pack, raw, order);
  return {
    labels: Uint16Array.from(order, (image) => raw.labels[image]!),
    digests: order.map((image) => digests[image]!),
    miniatures: order.map((image) => miniatures[image]!),
    order,
    names: order.map(String),
    pixels: { height, width },
  };
}

async function writePack(path: string, raw: RawImages, order: number[]): Promise<void> {
  const places = new Uint32Array(order.length);
  order.forEach((image, place) => (places[image] = place));
  const pack = await open(path, "wx", 0o600);
  try {
    let image = 0;
    for await (const pixels of imagesOf(raw)) await writeAll(pack, pixels, places[image++]! * pixels.length);
    await pack.sync();
  } finally {
    await pack.close();
  }
}

async function* imagesOf({ chunks, height, width }: RawImages): AsyncGenerator<Uint8Array> {
  const imageBytes = height * width * 3;
  for await (const chunk of chunks()) {
    for (let at = 0; at < chunk.length; at += imageBytes) yield chunk.subarray(at, at + imageBytes);
  }
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
