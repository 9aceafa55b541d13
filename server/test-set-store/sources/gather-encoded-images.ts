import { open } from "node:fs/promises";
import { forEachAtOnce } from "../../files/for-each-at-once";
import { writeAll } from "../../files/write-all";
import { writeDurably } from "../../files/write-durably";
import { badTestSet } from "../bad-test-set";
import { imageDigest } from "../image-digest";
import { miniature } from "../near-duplicates/miniature";
import type { TestSetFiles } from "../test-set-files";
import { decodeImage } from "./decode-image";
import type { GatheredImages } from "./gathered-images";
import type { LabelledImage } from "./labelled-images";
import { orderOfImages } from "./order-of-images";
import { refuseDuplicate } from "./refuse-duplicate";

interface PackedImage {
  place: number;
  name: string;
  label: number;
  offset: number;
  length: number;
  digest: Buffer;
  miniature: Uint8Array;
}

const atOnce = 8;

/**
 * Writes the pack and the index of encoded images, each decoded once to make sure that it can be. They are stored in the order of
 * `orderOfImages`. Throws `bad_input` naming a broken image, or both of two with the same pixels.
 */
export async function gatherEncodedImages(input: {
  images: AsyncIterable<LabelledImage>;
  files: TestSetFiles;
  digestKey: Buffer;
}): Promise<GatheredImages> {
  const packed = await packImages(input);
  const order = orderOfImages(packed.map(({ digest }) => digest));
  const ordered = order.map((place) => packed[place]!);
  const index = Buffer.alloc(ordered.length * 16);
  ordered.forEach(({ offset, length }, i) => {
    index.writeDoubleLE(offset, i * 16);
    index.writeDoubleLE(length, i * 16 + 8);
  });
  await writeDurably(input.files.index, index);
  return {
    labels: Uint16Array.from(ordered, ({ label }) => label),
    digests: ordered.map(({ digest }) => digest),
    miniatures: ordered.map((image) => image.miniature),
    order: ordered.map(({ place }) => place),
    names: ordered.map(({ name }) => name),
    pixels: null,
  };
}

async function packImages(input: Parameters<typeof gatherEncodedImages>[0]): Promise<PackedImage[]> {
  const packed: PackedImage[] = [];
  const seen = new Map<string, string>();
  const pack = await open(input.files.pack, "wx", 0o600);
  let end = 0;
  let read = 0;
  try {
    await forEachAtOnce(input.images, atOnce, async ({ name, label, bytes }) => {
      const place = read++;
      const picture = await decodeNamed(name, bytes);
      const digest = imageDigest(input.digestKey, picture);
      refuseDuplicate(seen, digest, name);
      const offset = end;
      end += bytes.length;
      await writeAll(pack, bytes, offset);
      packed.push({
        place,
        name,
        label,
        offset,
        length: bytes.length,
        digest,
        miniature: miniature(picture),
      });
    });
    await pack.sync();
  } finally {
    await pack.close();
  }
  return packed;
}

async function decodeNamed(name: string, bytes: Uint8Array) {
  try {
    return await decodeImage(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : "unknown";
    throw badTestSet(
      `${name} is a broken image: ${reason}.`,
      "Replace or remove it and import again; nothing was imported.",
    );
  }
}
