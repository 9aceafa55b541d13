import { open } from "node:fs/promises";
import { badTestSet } from "./bad-test-set";
import { decodeImage } from "./decode-image";
import { forEachAtOnce } from "./for-each-at-once";
import type { GatheredImages } from "./gathered-images";
import { imageDigest } from "./image-digest";
import type { LabelledImage } from "./labelled-images";
import { refuseDuplicate } from "./refuse-duplicate";
import type { TestSetFiles } from "./test-set-files";
import { writeAll } from "./write-all";
import { writeDurably } from "./write-durably";

interface PackedImage {
  name: string;
  label: number;
  offset: number;
  length: number;
  digest: Buffer;
}

const atOnce = 8;

/**
 * Writes the pack and the index of encoded images, each decoded once to be sure that it can be. Their order is by class, then by
 * name, whatever order they came in. Throws `bad_input` naming a broken image or both of two with the same pixels.
 */
export async function gatherEncodedImages(input: {
  images: AsyncIterable<LabelledImage>;
  files: TestSetFiles;
  digestKey: Buffer;
}): Promise<GatheredImages> {
  const packed = await packImages(input);
  packed.sort((a, b) => a.label - b.label || (a.name < b.name ? -1 : 1));
  const index = Buffer.alloc(packed.length * 16);
  packed.forEach(({ offset, length }, i) => {
    index.writeDoubleLE(offset, i * 16);
    index.writeDoubleLE(length, i * 16 + 8);
  });
  await writeDurably(input.files.index, index);
  return {
    labels: Uint16Array.from(packed, ({ label }) => label),
    digests: packed.map(({ digest }) => digest),
    pixels: null,
  };
}

async function packImages(input: Parameters<typeof gatherEncodedImages>[0]): Promise<PackedImage[]> {
  const packed: PackedImage[] = [];
  const seen = new Map<string, string>();
  const pack = await open(input.files.pack, "wx", 0o600);
  let end = 0;
  try {
    await forEachAtOnce(input.images, atOnce, async ({ name, label, bytes }) => {
      const digest = imageDigest(input.digestKey, await decodeNamed(name, bytes));
      refuseDuplicate(seen, digest, name);
      const offset = end;
      end += bytes.length;
      await writeAll(pack, bytes, offset);
      packed.push({ name, label, offset, length: bytes.length, digest });
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
