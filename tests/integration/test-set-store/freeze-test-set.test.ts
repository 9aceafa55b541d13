import {
  access,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  writeFile,
} from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freezeTestSet } from "@/server/test-set-store/freeze-test-set";
import { loadLabels } from "@/server/test-set-store/load-labels";
import { loadSplit } from "@/server/test-set-store/load-split";
import { shareAnImage } from "@/server/test-set-store/share-an-image";
import { drawImageFile } from "./draw-images";
import { writeNpy } from "./write-npy";
import { type TarEntry, writeTar } from "./write-tar";

const classes = ["airplane", "cat", "dog"];
let place: string;
let root: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "rung-import-"));
  root = join(place, "store");
});
afterEach(() => rm(place, { recursive: true }));

function bring(source: string, more: { labelsPath?: string; auditFraction?: number; key?: number } = {}) {
  const { labelsPath, auditFraction = 0, key = 1 } = more;
  return freezeTestSet({
    root,
    source,
    labelsPath,
    classes,
    digestKey: Buffer.alloc(32, key),
    auditFraction,
  });
}

async function sixImages(top = ""): Promise<TarEntry[]> {
  const names = ["dog/2.png", "cat/1.png", "cat/0.png", "dog/0.png", "airplane/9.png", "dog/1.png"];
  return Promise.all(
    names.map(async (name, i) => ({ name: `${top}${name}`, content: await drawImageFile(i) })),
  );
}

const tar = (entries: TarEntry[]) => writeTar(join(place, "set.tar"), entries);

async function writeFolder(entries: TarEntry[]): Promise<string> {
  for (const { name, content } of entries) {
    const path = join(place, "folder", name);
    await mkdir(join(path, ".."), { recursive: true });
    await writeFile(path, content ?? "");
  }
  return join(place, "folder");
}

/** Nothing but empty folders may be left of a refused import. */
async function expectEmptyStore() {
  for (const part of await readdir(root).catch(() => [])) {
    expect(await readdir(join(root, part))).toEqual([]);
  }
}

async function refusal(source: string, more = {}): Promise<string> {
  const error = await bring(source, more).catch((thrown) => thrown);
  expect(error).toMatchObject({ name: "RungError", code: "bad_input" });
  await expectEmptyStore();
  return `${error.message} ${error.hint}`;
}

test("a folder and a .tar of the same images are the same version", async () => {
  const fromTar = await bring(await tar(await sixImages("./")));
  const fromFolder = await bring(await writeFolder(await sixImages()));
  expect(fromFolder).toEqual(fromTar);
  expect(await readdir(join(root, "versions"))).toEqual([fromTar.versionId]);
});

/** Each image's pixels as text, in the order of a version of images that are 1 pixel wide and high. */
async function pixelsOf(versionId: string): Promise<string[]> {
  const pack = await readFile(join(root, "versions", versionId, "images.pack"));
  return Array.from({ length: pack.length / 3 }, (_, i) => pack.subarray(i * 3, i * 3 + 3).toString("hex"));
}

describe("a corrected label leaves every image", () => {
  test("of a folder in its place and its part", async () => {
    const images = await sixImages();
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

  test("of a .npy in its place, also where the arrays come in another order", async () => {
    const npy = (order: number[], ofImage: number[]) =>
      Promise.all([
        writeNpy(
          join(place, "small.npy"),
          "|u1",
          [4, 1, 1, 3],
          Uint8Array.from(order.flatMap((i) => [i, 7, 7])),
        ),
        labels(order.map((i) => ofImage[i]!)),
      ]);
    const found = [];
    for (const [order, ofImage] of [
      [
        [0, 1, 2, 3],
        [0, 1, 2, 2],
      ],
      [
        [3, 1, 0, 2],
        [0, 1, 1, 2],
      ],
    ] as const) {
      const [source, labelsPath] = await npy([...order], [...ofImage]);
      const { versionId } = await bring(source, { labelsPath, auditFraction: 0.5 });
      const split = [...(await loadSplit({ root, versionId }))];
      found.push({ pixels: await pixelsOf(versionId), split });
      const own = [...(await loadLabels({ root, versionId }))];
      expect(found.at(-1)!.pixels.map((hex) => ofImage[Number.parseInt(hex, 16) >> 16])).toEqual(own);
    }
    expect(found[1]).toEqual(found[0]);
  });
});

test("a folder around the classes, macOS's leavings and folder entries are taken as they are", async () => {
  const around: TarEntry[] = [
    { name: "._test", content: Buffer.from("x") },
    { name: "test/", type: "directory" },
    { name: "test/cat/", type: "directory" },
    { name: "test/cat/._1.png", content: Buffer.from("x") },
    { name: "__MACOSX/test/cat/1.png", content: Buffer.from("x") },
  ];
  expect(await bring(await tar([...around, ...(await sixImages("test/"))]))).toMatchObject({
    images: 6,
    audit: 0,
  });
});

test("names longer than a tar header holds are read", async () => {
  const long = {
    name: `cat/${"a".repeat(180)}.png`,
    content: await drawImageFile(8),
    pax: { comment: "long" },
  };
  expect(await bring(await tar([long as TarEntry]))).toMatchObject({ images: 1 });
});

test("the audit part is drawn at import and frozen with the version", async () => {
  const { versionId, guarded, audit } = await bring(await tar(await sixImages()), { auditFraction: 0.5 });
  expect([guarded, audit]).toEqual([3, 3]);
  expect((await loadSplit({ root, versionId })).filter((part) => part === 1)).toHaveLength(3);
});

test("a class without images is a warning", async () => {
  const { warnings } = await bring(await tar([{ name: "cat/1.png", content: await drawImageFile(1) }]));
  expect(warnings).toEqual(['The class "airplane" has no images.', 'The class "dog" has no images.']);
});

test("another key gives another digest, so a digest confirms no guess", async () => {
  const source = await tar(await sixImages());
  const [one, two] = [await bring(source, { key: 1 }), await bring(source, { key: 2 })];
  expect(two.digest).not.toBe(one.digest);
  expect(two.imagesDigest).not.toBe(one.imagesDigest);
  expect(shareAnImage(one.imageDigests, two.imageDigests)).toBe(false);
});

test("a version with one image in common is found out", async () => {
  const images = await sixImages();
  const first = await bring(await tar(images.slice(0, 3)));
  const other = await bring(await tar(images.slice(3)));
  const overlapping = await bring(await tar(images.slice(2, 4)));
  expect(shareAnImage(first.imageDigests, other.imageDigests)).toBe(false);
  expect(shareAnImage(first.imageDigests, overlapping.imageDigests)).toBe(true);
});

describe("refuses, keeping nothing", () => {
  test("a broken image, by name", async () => {
    const content = (await drawImageFile(7, { format: "jpeg" })).subarray(0, 500);
    expect(await refusal(await tar([...(await sixImages()), { name: "dog/7.jpg", content }]))).toMatch(
      /dog\/7\.jpg is a broken image/,
    );
  });

  test("a duplicate image, naming both, also when only the pixels are equal", async () => {
    const [first] = await sixImages();
    const source = await tar([first!, { name: "cat/copy.png", content: first!.content! }]);
    expect(await refusal(source)).toMatch(/cat\/copy\.png and dog\/2\.png are the same image/);
    const rewritten = Buffer.concat([first!.content!, Buffer.from("trailing bytes")]);
    expect(await refusal(await tar([first!, { name: "cat/copy.png", content: rewritten }]))).toMatch(
      /the same image/,
    );
  });

  test("an unknown class, with the nearest spelling", async () => {
    const content = await drawImageFile(1);
    expect(await refusal(await tar([{ name: "aeroplane/1.png", content }]))).toMatch(
      /"aeroplane", which is not a class.*Did you mean "airplane"\?/,
    );
  });

  test("an empty folder that is no class", async () => {
    const entries = [...(await sixImages("test/")), { name: "test/dogs/", type: "directory" as const }];
    expect(await refusal(await tar(entries))).toMatch(/"dogs".*Did you mean "dog"\?/);
  });

  test("images under two different folders", async () => {
    const [first, ...others] = await sixImages("test/");
    expect(await refusal(await tar([...others, { ...first!, name: "train/cat/5.png" }]))).toMatch(
      /train\/cat\/5\.png/,
    );
  });

  test.each([
    ["a path that leads out", { name: "../cat/1.png", content: Buffer.from("x") }],
    ["a link", { name: "cat/1.png", type: "symlink" as const, linkname: "/etc/passwd" }],
    ["a file outside the class folders", { name: "labels.csv", content: Buffer.from("x") }],
  ])("%s in a .tar", async (_, entry) => {
    expect(await refusal(await tar([entry]))).toContain(entry.name);
  });

  test("a link in a folder", async () => {
    const folder = await writeFolder(await sixImages());
    await symlink("/etc/passwd", join(folder, "cat", "linked.png"));
    expect(await refusal(folder)).toMatch(/cat\/linked\.png is a link/);
  });

  test("a source without images, or none at all", async () => {
    expect(await refusal(await tar([{ name: "cat/", type: "directory" }]))).toMatch(/no images/);
    expect(await refusal(join(place, "nowhere"))).toMatch(/There is no/);
  });

  test("a .tar that is cut at any place", async () => {
    const path = await tar(await sixImages());
    const { length } = await readFile(path);
    for (const kept of [length - 512, length - 1024, length - 3000, 700, 512, 0]) {
      await truncate(path, kept);
      expect(await refusal(path)).toMatch(/cut short/);
    }
  });

  test("a .tar that is compressed", async () => {
    await writeFile(join(place, "set.tar"), Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]));
    expect(await refusal(join(place, "set.tar"))).toMatch(/compressed.*gunzip/);
  });
});

const labels = (values: number[]) =>
  writeNpy(join(place, "labels.npy"), "|u1", [values.length], Uint8Array.from(values));

describe("a .npy", () => {
  const pixels = Uint8Array.from({ length: 4 * 2 * 3 * 3 }, (_, i) => (i * 31) % 256);
  const images = () => writeNpy(join(place, "images.npy"), "|u1", [4, 2, 3, 3], pixels);

  test("of images with one of labels keeps each image beside its label", async () => {
    const { versionId } = await bring(await images(), { labelsPath: await labels([2, 0, 1, 2]) });
    const pack = await readFile(join(root, "versions", versionId, "images.pack"));
    const own = [...(await loadLabels({ root, versionId }))];
    const came = [0, 1, 2, 3].map((i) => Buffer.from(pixels.subarray(i * 18, i * 18 + 18)));
    const places = own.map((_, i) =>
      came.findIndex((image) => image.equals(pack.subarray(i * 18, i * 18 + 18))),
    );
    expect([...places].sort()).toEqual([0, 1, 2, 3]);
    expect(own).toEqual(places.map((image) => [2, 0, 1, 2][image]));
  });

  test("is refused without labels, with too few of them, or with one outside the classes", async () => {
    expect(await refusal(await images())).toMatch(/needs labels/);
    expect(await refusal(await images(), { labelsPath: await labels([0, 1]) })).toMatch(/4 images.*2 labels/);
    expect(await refusal(await images(), { labelsPath: await labels([0, 1, 2, 3]) })).toMatch(
      /Image 3 has the label 3/,
    );
  });

  test("is refused when two of its images are equal", async () => {
    const equal = await writeNpy(
      join(place, "equal.npy"),
      "|u1",
      [3, 1, 1, 3],
      Uint8Array.of(1, 2, 3, 4, 5, 6, 1, 2, 3),
    );
    expect(await refusal(equal, { labelsPath: await labels([0, 1, 2]) })).toMatch(
      /image 0 and image 2 are the same/,
    );
  });

  test("is refused when it holds floats, or less than it says", async () => {
    const floats = await writeNpy(join(place, "floats.npy"), "<f4", [1, 1, 1, 3], new Uint8Array(12));
    expect(await refusal(floats, { labelsPath: await labels([0]) })).toMatch(
      /<f4 \[1, 1, 1, 3\]; images are uint8/,
    );
    const short = await writeNpy(join(place, "short.npy"), "|u1", [4, 2, 3, 3], pixels.subarray(0, 50));
    expect(await refusal(short, { labelsPath: await labels([0, 1, 2, 0]) })).toMatch(/cut short/);
  });
});

test("what a killed import left behind is removed by the next one, and a running one is left alone", async () => {
  const dead = join(root, "temporary", `${hostname()}_${2 ** 22 + 1}_abc`);
  const alive = join(root, "temporary", `${hostname()}_${process.ppid}_abc`);
  await Promise.all([dead, alive].map((path) => mkdir(path, { recursive: true })));
  await writeFile(join(dead, "images.pack"), "half of a test set");
  await bring(await tar(await sixImages()));
  await expect(access(dead)).rejects.toThrow();
  await expect(access(alive)).resolves.toBeUndefined();
});
