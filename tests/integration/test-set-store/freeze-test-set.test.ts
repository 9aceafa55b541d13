import { access, mkdir, readdir, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { loadLabels } from "@/server/test-set-store/load-labels";
import { loadSplit } from "@/server/test-set-store/load-split";
import { shareAnImage } from "@/server/test-set-store/share-an-image";
import { drawImageFile } from "./draw-images";
import { drawSixImages } from "./draw-six-images";
import { importTest as test } from "./import-test";

test("a folder and a .tar of the same images are the same version", async ({
  root,
  tar,
  writeFolder,
  bring,
}) => {
  const fromTar = await bring(await tar(await drawSixImages("./")));
  const fromFolder = await bring(await writeFolder(await drawSixImages()));
  const { order: _, ...version } = fromTar;
  expect(fromFolder).toMatchObject(version);
  expect(await readdir(join(root, "versions"))).toEqual([fromTar.versionId]);
});

describe("a corrected label leaves every image", () => {
  test("of a folder in its place and its part", async ({ root, tar, bring }) => {
    const images = await drawSixImages();
    const [moved, ...others] = images;
    const corrected = [...others, { ...moved!, name: "airplane/moved.png" }];
    const [one, two] = [
      await bring(await tar(images), { auditFraction: 0.5 }),
      await bring(await tar(corrected), { auditFraction: 0.5 }),
    ];
    const [before, after] = await Promise.all(
      [one, two].map(async ({ versionId }) => [...(await loadLabels({ root, versionId }))]),
    );
    expect(before!.filter((label, i) => label !== after![i])).toEqual([2]);
    expect(await loadSplit({ root, versionId: two.versionId })).toEqual(
      await loadSplit({ root, versionId: one.versionId }),
    );
    expect(two.digest).not.toBe(one.digest);
    expect(two.imagesDigest).toBe(one.imagesDigest);
    const otherPart = await bring(await tar(images), { auditFraction: 0.34 });
    expect(otherPart.imagesDigest).not.toBe(one.imagesDigest);
  });
});

test("the audit part is drawn at import and frozen with the version", async ({ root, tar, bring }) => {
  const { versionId, guarded, audit } = await bring(await tar(await drawSixImages()), { auditFraction: 0.5 });
  expect([guarded, audit]).toEqual([3, 3]);
  expect((await loadSplit({ root, versionId })).filter((part) => part === 1)).toHaveLength(3);
});

test("a class without images is a warning", async ({ tar, bring }) => {
  const { warnings } = await bring(await tar([{ name: "cat/1.png", content: await drawImageFile(1) }]));
  expect(warnings).toEqual(['The class "airplane" has no images.', 'The class "dog" has no images.']);
});

test("another key gives another digest, so a digest confirms no guess", async ({ tar, bring }) => {
  const source = await tar(await drawSixImages());
  const [one, two] = [await bring(source, { key: 1 }), await bring(source, { key: 2 })];
  expect(two.digest).not.toBe(one.digest);
  expect(two.imagesDigest).not.toBe(one.imagesDigest);
  expect(shareAnImage(one.imageDigests, two.imageDigests)).toBe(false);
});

test("a version with one image in common is found out", async ({ tar, bring }) => {
  const images = await drawSixImages();
  const first = await bring(await tar(images.slice(0, 3)));
  const other = await bring(await tar(images.slice(3)));
  const overlapping = await bring(await tar(images.slice(2, 4)));
  expect(shareAnImage(first.imageDigests, other.imageDigests)).toBe(false);
  expect(shareAnImage(first.imageDigests, overlapping.imageDigests)).toBe(true);
});

test("what a killed import left behind is removed by the next one, and a running one is left alone", async ({
  root,
  tar,
  bring,
}) => {
  const dead = join(root, "temporary", `${hostname()}_${2 ** 22 + 1}_abc`);
  const alive = join(root, "temporary", `${hostname()}_${process.ppid}_abc`);
  await Promise.all([dead, alive].map((path) => mkdir(path, { recursive: true })));
  await writeFile(join(dead, "images.pack"), "half of a test set");
  await bring(await tar(await drawSixImages()));
  await expect(access(dead)).rejects.toThrow();
  await expect(access(alive)).resolves.toBeUndefined();
});
