import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { loadLabels } from "@/server/test-set-store/load-labels";
import { loadSplit } from "@/server/test-set-store/load-split";
import { importTest } from "../import-test";
import { writeNpy } from "../write-npy";

const pixels = Uint8Array.from({ length: 4 * 2 * 3 * 3 }, (_, i) => (i * 31) % 256);

const test = importTest
  .extend("npy", ({ folder }) => (type: string, shape: number[], bytes: Uint8Array) => {
    return writeNpy(join(folder, "images.npy"), type, shape, bytes);
  })
  .extend("images", ({ npy }) => npy("|u1", [4, 2, 3, 3], pixels))
  /** Each image's pixels as text, in the order of a version of images that are 1 pixel wide and high. */
  .extend("pixelsOf", ({ root }) => async (versionId: string) => {
    const pack = await readFile(join(root, "versions", versionId, "images.pack"));
    return Array.from({ length: pack.length / 3 }, (_, i) => pack.subarray(i * 3, i * 3 + 3).toString("hex"));
  });

describe("a .npy", () => {
  test("of images with one of labels keeps each image beside its label", async ({
    root,
    images,
    labels,
    bring,
  }) => {
    const { versionId } = await bring(images, { labelsPath: await labels([2, 0, 1, 2]) });
    const pack = await readFile(join(root, "versions", versionId, "images.pack"));
    const own = [...(await loadLabels({ root, versionId }))];
    const came = [0, 1, 2, 3].map((i) => Buffer.from(pixels.subarray(i * 18, i * 18 + 18)));
    const places = own.map((_, i) =>
      came.findIndex((image) => image.equals(pack.subarray(i * 18, i * 18 + 18))),
    );
    expect([...places].sort()).toEqual([0, 1, 2, 3]);
    expect(own).toEqual(places.map((image) => [2, 0, 1, 2][image]));
  });

  test("is refused without labels, with too few of them, or with one outside the classes", async ({
    images,
    labels,
    refusal,
  }) => {
    expect(await refusal(images)).toMatch(/needs a file of labels/);
    expect(await refusal(images, { labelsPath: await labels([0, 1]) })).toMatch(/4 images.*2 labels/);
    expect(await refusal(images, { labelsPath: await labels([0, 1, 2, 3]) })).toMatch(
      /Image 3 has the label 3/,
    );
  });

  test("is refused when two of its images are equal", async ({ npy, labels, refusal }) => {
    const equal = await npy("|u1", [3, 1, 1, 3], Uint8Array.of(1, 2, 3, 4, 5, 6, 1, 2, 3));
    expect(await refusal(equal, { labelsPath: await labels([0, 1, 2]) })).toMatch(
      /image 0 and image 2 are the same/,
    );
  });

  test("is refused when it holds floats, or less than it says", async ({ npy, labels, refusal }) => {
    const floats = await npy("<f4", [1, 1, 1, 3], new Uint8Array(12));
    expect(await refusal(floats, { labelsPath: await labels([0]) })).toMatch(
      /<f4 \[1, 1, 1, 3\]; images must be uint8/,
    );
    const short = await npy("|u1", [4, 2, 3, 3], pixels.subarray(0, 50));
    expect(await refusal(short, { labelsPath: await labels([0, 1, 2, 0]) })).toMatch(/cut short/);
  });
});

describe("a corrected label leaves every image", () => {
  test("of a .npy in its place, also where the arrays come in another order", async ({
    root,
    npy,
    labels,
    bring,
    pixelsOf,
  }) => {
    const found = [];
    for (const { order, ofImage } of [
      { order: [0, 1, 2, 3], ofImage: [0, 1, 2, 2] },
      { order: [3, 1, 0, 2], ofImage: [0, 1, 1, 2] },
    ]) {
      const source = await npy("|u1", [4, 1, 1, 3], Uint8Array.from(order.flatMap((i) => [i, 7, 7])));
      const labelsPath = await labels(order.map((i) => ofImage[i]!));
      const { versionId } = await bring(source, { labelsPath, auditFraction: 0.5 });
      const split = [...(await loadSplit({ root, versionId }))];
      found.push({ pixels: await pixelsOf(versionId), split });
      const own = [...(await loadLabels({ root, versionId }))];
      expect(found.at(-1)!.pixels.map((hex) => ofImage[Number.parseInt(hex, 16) >> 16])).toEqual(own);
    }
    expect(found[1]).toEqual(found[0]);
  });
});
