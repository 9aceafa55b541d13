import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { freezeTestSet } from "@/server/test-set-store/freeze-test-set";
import { decodeImage } from "@/server/test-set-store/sources/decode-image";
import { writeNpy } from "../test-set-store/write-npy";
import { writeTar } from "../test-set-store/write-tar";
import { drawDamaged } from "./draw-damaged";
import type { InputKind } from "./input-kind";
import { isRefusal } from "./is-refusal";

const classes = ["airplane", "cat", "dog"];

/** Pictures in every format and form that is read: grey, alpha, palettes, 16 bits, CMYK, progressive, lossless. */
async function pictures(): Promise<Uint8Array[]> {
  let made = 0;
  const of = () => {
    const step = 37 + 2 * made++;
    const raw = Uint8Array.from({ length: 12 * 10 * 3 }, (_, i) => (i * step) % 256);
    return sharp(raw, { raw: { width: 12, height: 10, channels: 3 } });
  };
  return await Promise.all([
    of().png().toBuffer(),
    of().png({ palette: true }).toBuffer(),
    of().ensureAlpha(0.5).png({ progressive: true }).toBuffer(),
    of().toColourspace("rgb16").png().toBuffer(),
    of().grayscale().jpeg().toBuffer(),
    of().jpeg({ progressive: true }).toBuffer(),
    of().toColourspace("cmyk").jpeg().toBuffer(),
    of().webp().toBuffer(),
    of().webp({ lossless: true }).toBuffer(),
  ]);
}

/** A .tar of four images in their classes' folders. */
export async function tarOfImages(path: string): Promise<string> {
  const [first, second, third, fourth] = await pictures();
  return await writeTar(path, [
    { name: "airplane/a.png", content: first! },
    { name: "cat/b.png", content: third! },
    { name: "dog/", type: "directory" },
    { name: "dog/c.jpg", content: fourth! },
    { name: `dog/${"long".repeat(40)}.webp`, content: second! },
  ]).then(() => path);
}

/** A refused import leaves nothing but empty folders. */
async function refuseLeftovers(root: string): Promise<void> {
  for (const part of await readdir(root)) {
    const [left] = await readdir(join(root, part));
    if (left !== undefined) throw new Error(`a refused import left ${part}/${left}`);
  }
}

/** Pictures, and test sets in archives and arrays. */
export async function testSetInputs({ folder }: { folder: string }): Promise<InputKind[]> {
  const seedPath = join(folder, "seed");

  async function freeze(name: string, bytes: Uint8Array, labels: Uint8Array | null) {
    const [root, source, labelsPath] = ["store", "source", "labels"].map((part) =>
      join(folder, `${name}-${part}`),
    );
    await writeFile(source!, bytes);
    if (labels) await writeFile(labelsPath!, labels);
    const digestKey = Buffer.alloc(32, 1);
    const labelled = labels ? { labelsPath } : {};
    try {
      await freezeTestSet({
        root: root!,
        source: source!,
        classes,
        digestKey,
        auditFraction: 0,
        ...labelled,
      });
      return "taken";
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await refuseLeftovers(root!);
      return "refused";
    } finally {
      await rm(root!, { recursive: true, force: true });
    }
  }

  const array = async (descr: string, shape: number[], data: Uint8Array) =>
    await readFile(await writeNpy(seedPath, descr, shape, data));
  const pixels = Uint8Array.from({ length: 3 * 4 * 4 * 3 }, (_, i) => (i * 11) % 256);
  const labels = await array("<i8", [3], new Uint8Array(BigInt64Array.of(0n, 1n, 2n).buffer));
  const arrays = await Promise.all([
    array("|u1", [3, 4, 4, 3], pixels),
    array("|u1", [3, 12, 4], pixels.subarray(0, 144)),
  ]);
  return [
    {
      name: "pictures",
      share: 27,
      draw: drawDamaged(await pictures()),
      async judge(bytes) {
        try {
          const { width, height, pixels: decoded } = await decodeImage(bytes);
          if (decoded.length !== width * height * 3) throw new TypeError("a picture of another length");
          return "taken";
        } catch (error) {
          if (error instanceof Error && error.constructor === Error && error.message) return "refused";
          throw error;
        }
      },
    },
    {
      name: "tar archives",
      share: 12,
      draw: drawDamaged([await readFile(await tarOfImages(seedPath))]),
      judge: (bytes) => freeze("tar", bytes, null),
    },
    { name: "arrays", share: 8, draw: drawDamaged(arrays), judge: (bytes) => freeze("array", bytes, labels) },
    {
      name: "arrays of labels",
      share: 4,
      draw: drawDamaged([
        labels,
        await array("|u1", [3], Uint8Array.of(0, 1, 2)),
        await array(
          ">u4",
          [3],
          Uint8Array.from({ length: 12 }, (_, i) => (i % 4 === 3 ? 1 : 0)),
        ),
      ]),
      judge: (bytes) => freeze("labels", arrays[0]!, bytes),
    },
  ];
}
