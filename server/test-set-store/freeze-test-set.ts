import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { orDiskFull } from "../files/or-disk-full";
import { renameDurably } from "../files/rename-durably";
import { withTemporaryDirectory } from "../files/with-temporary-directory";
import { writeDurably } from "../files/write-durably";
import { badTestSet } from "./bad-test-set";
import { drawSplit } from "./draw-split";
import { imagesDigest } from "./images-digest";
import type { TestSetManifest } from "./read-manifest";
import type { GatheredImages } from "./sources/gathered-images";
import { readTestSetSource, type TestSetSource } from "./sources/read-test-set-source";
import { type TestSetFiles, testSetFiles, testSetFilesIn } from "./test-set-files";
import { versionDigest } from "./version-digest";

export interface ImportedTestSet {
  /** Names the version in the store: the first half of its digest. */
  versionId: string;
  /** HMAC-SHA-256 in hex over images, labels, split and class names. */
  digest: string;
  /** HMAC-SHA-256 in hex over the images in their order and parts, without labels. */
  imagesDigest: string;
  images: number;
  guarded: number;
  audit: number;
  /** Keyed pixel digests of the images, 16 bytes each, sorted and concatenated: for `shareAnImage`. */
  imageDigests: Buffer;
  /** For each image of the version, its place in the source. */
  order: number[];
  /** The class of each image and what it was called in the source, in the order of the version: as secret as the test set is. */
  labels: Uint16Array;
  names: string[];
  /** Sentences about possible mistakes: classes without images. */
  warnings: string[];
}

/**
 * Freezes a source of images and labels as a version below `root`, or stores nothing at all. The source is read as a stream and
 * every image is decoded once; the secret `digestKey` draws `auditFraction` of the images (a number, or a function of how many
 * there are) for the audit part. Importing the same images, labels and fraction again finds the existing version. Throws
 * `bad_input`, naming the file, for a broken or duplicate image, an unknown class or no images; `disk_full`.
 */
export async function freezeTestSet(input: {
  root: string;
  source: TestSetSource;
  labelsPath?: string | undefined;
  classes: readonly string[];
  synsets?: readonly string[] | null | undefined;
  digestKey: Buffer;
  auditFraction: number | ((images: number) => number);
}): Promise<ImportedTestSet> {
  const { root, classes, digestKey } = input;
  refuseBadClasses(classes);
  try {
    return await withTemporaryDirectory(root, async (directory) => {
      const files = testSetFilesIn(directory);
      const gathered = await readTestSetSource({ ...input, files });
      const images = gathered.labels.length;
      if (images === 0)
        throw badTestSet("There are no images: give one folder per class, with its images inside.");
      const auditFraction = auditFractionOf(input.auditFraction, images);
      const split = drawSplit({ digests: gathered.digests, auditFraction, key: digestKey });
      const digest = versionDigest({ key: digestKey, classes, split, ...gathered });
      const versionId = digest.slice(0, 32);
      await writeVersion({ files, gathered, split, digest, classes });
      await storeVersion({ root, versionId, directory });
      const audit = split.reduce((sum, bit) => sum + bit, 0);
      const imageDigests = Buffer.concat([...gathered.digests].sort(Buffer.compare));
      const warnings = classesWithoutImages(gathered.labels, classes);
      return {
        versionId,
        digest,
        imagesDigest: imagesDigest({ key: digestKey, digests: gathered.digests, split }),
        images,
        guarded: images - audit,
        audit,
        imageDigests,
        order: gathered.order,
        labels: gathered.labels,
        names: gathered.names,
        warnings,
      };
    });
  } catch (error) {
    throw orDiskFull(error, "test set");
  }
}

function auditFractionOf(given: number | ((images: number) => number), images: number): number {
  const fraction = typeof given === "number" ? given : given(images);
  if (fraction >= 0 && fraction < 1) return fraction;
  throw badTestSet(`The audit fraction is ${fraction}; it must be at least 0 and less than 1.`);
}

function refuseBadClasses(classes: readonly string[]): void {
  const twice = classes.find((name, i) => classes.indexOf(name) !== i);
  if (twice !== undefined) throw badTestSet(`The class "${twice}" is listed twice.`);
  if (classes.length < 2 || classes.length > 65_535) {
    throw badTestSet(`There are ${classes.length} classes; a test set has from 2 to 65535.`);
  }
}

async function writeVersion(version: {
  files: TestSetFiles;
  gathered: GatheredImages;
  split: Uint8Array;
  digest: string;
  classes: readonly string[];
}): Promise<void> {
  const { files, gathered, split, digest } = version;
  const labels = Buffer.alloc(gathered.labels.length * 2);
  gathered.labels.forEach((label, i) => labels.writeUInt16LE(label, i * 2));
  await writeDurably(files.labels, labels);
  await writeDurably(files.split, split);
  await writeDurably(files.miniatures, Buffer.concat(gathered.miniatures));
  const manifest: TestSetManifest = {
    format: 1,
    digest,
    images: split.length,
    audit: split.reduce((sum, bit) => sum + bit, 0),
    classes: [...version.classes],
    pixels: gathered.pixels,
  };
  await writeDurably(files.manifest, `${JSON.stringify(manifest, null, 2)}\n`);
}

async function storeVersion(at: { root: string; versionId: string; directory: string }): Promise<void> {
  await mkdir(join(at.root, "versions"), { recursive: true, mode: 0o700 });
  await renameDurably(at.directory, testSetFiles(at.root, at.versionId).directory).catch((error) => {
    const sameVersionIsThere = error.code === "ENOTEMPTY" || error.code === "EEXIST";
    if (!sameVersionIsThere) throw error;
  });
}

function classesWithoutImages(labels: Uint16Array, classes: readonly string[]): string[] {
  const present = new Set(labels);
  return classes
    .filter((_, label) => !present.has(label))
    .map((name) => `The class "${name}" has no images.`);
}
