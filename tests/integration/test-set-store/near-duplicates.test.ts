import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import type { RgbPicture } from "@/server/evaluation/resample-pixels";
import { seededRandom } from "@/server/statistics/seeded-random";
import { miniature, miniatureBytes } from "@/server/test-set-store/near-duplicates/miniature";
import { nearDuplicates } from "@/server/test-set-store/near-duplicates/near-duplicates";
import { decodeImage } from "@/server/test-set-store/sources/decode-image";
import { changesOfPictures } from "../../fixtures/changes-of-pictures";
import { drawPhotographs } from "../../fixtures/draw-photographs";

let pictures: RgbPicture[];
let known: Uint8Array;

beforeAll(async () => {
  pictures = await drawn(1, 100);
  known = miniatures(pictures);
});

function drawn(seed: number, count: number): Promise<RgbPicture[]> {
  return Promise.all(
    drawPhotographs(seed, count).map(async (picture) => decodeImage(await picture.png().toBuffer())),
  );
}

function miniatures(of: RgbPicture[]): Uint8Array {
  return Buffer.concat(of.map(miniature));
}

describe("each of ten pictures is found among 100", () => {
  test.each(Object.entries(changesOfPictures))("%s", async (_, change) => {
    const { fraction } = seededRandom(7);
    const pick = (most: number) => Math.floor((most + 1) * fraction());
    const changed = await Promise.all(pictures.slice(0, 10).map((picture) => change(picture, pick)));
    const found = nearDuplicates(miniatures(changed), known);
    expect(found.map(({ image, other }) => [image, other])).toEqual(changed.map((__, i) => [i, i]));
  });

  test("where it is the other that was cropped", async () => {
    const cut = changesOfPictures["cropped to 29/32"]!;
    const others = await Promise.all(pictures.slice(0, 10).map((picture) => cut(picture, () => 1)));
    const found = nearDuplicates(known, miniatures(others));
    expect(found.map(({ image, other }) => [image, other])).toEqual(others.map((_, i) => [i, i]));
  });
});

test("of 100 other pictures none is nearly one of them", async () => {
  expect(nearDuplicates(miniatures(await drawn(2, 100)), known)).toEqual([]);
});

test("a picture that lost half of its sides is another", async () => {
  const halves = await Promise.all(
    pictures.slice(0, 10).map(async ({ pixels, width, height }) => {
      const picture = sharp(Buffer.from(pixels), { raw: { width, height, channels: 3 } });
      return decodeImage(
        await picture.extract({ left: 16, top: 16, width: 32, height: 32 }).png().toBuffer(),
      );
    }),
  );
  expect(nearDuplicates(miniatures(halves), known)).toEqual([]);
});

test("the same outline in other colours is another picture", async () => {
  const recoloured = pictures.slice(0, 10).map(({ pixels, ...size }) => {
    return { ...size, pixels: pixels.map((_, i) => pixels[i - (i % 3) + ((i + 1) % 3)]!) };
  });
  expect(nearDuplicates(miniatures(recoloured), known)).toEqual([]);
});

test("plain surfaces are like nothing, whatever their colour", () => {
  const plain = new Uint8Array(2 * miniatureBytes).fill(120);
  expect(nearDuplicates(plain, plain)).toEqual([]);
});
