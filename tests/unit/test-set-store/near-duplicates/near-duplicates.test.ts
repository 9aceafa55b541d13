import sharp, { type Sharp } from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { drawTestSet } from "@/server/shapes/draw-test-set";
import { seededRandom } from "@/server/statistics/seeded-random";
import { miniature } from "@/server/test-set-store/near-duplicates/miniature";
import { nearDuplicates } from "@/server/test-set-store/near-duplicates/near-duplicates";
import { decodeImage } from "@/server/test-set-store/sources/decode-image";

const images = 400;
const side = 32;
const bytes = side * side * 3;
let drawn: Uint8Array;
let others: Uint8Array;

beforeAll(() => {
  drawn = drawPixels(1);
  others = drawPixels(2);
});

/** Shapes of 32 x 32 pixels are their own miniatures. */
function drawPixels(seed: number): Uint8Array {
  return drawTestSet(seededRandom(seed).fraction, "original", images).pixels;
}

/** The first `count` drawn pictures after a change and a trip through a file format, as miniatures. */
async function changed(count: number, change: (picture: Sharp, image: number) => Sharp): Promise<Uint8Array> {
  const raw = { width: side, height: side, channels: 3 } as const;
  const made = Array.from({ length: count }, async (_, image) => {
    const picture = sharp(drawn.subarray(image * bytes, (image + 1) * bytes), { raw });
    return miniature(await decodeImage(await change(picture, image).toBuffer()));
  });
  return Buffer.concat(await Promise.all(made));
}

describe("a picture is found among 400 others", () => {
  const changes: [how: string, change: (picture: Sharp, image: number) => Sharp][] = [
    ["re-encoded as JPEG", (picture) => picture.jpeg({ quality: 75 })],
    ["re-encoded as WebP", (picture) => picture.webp({ quality: 75 })],
    ["three times as large", (picture) => picture.resize(96, 96).jpeg()],
    ["three quarters as large", (picture) => picture.resize(24, 24).png()],
    ["mirrored", (picture) => picture.flop().jpeg({ quality: 80 })],
    [
      "cropped to nine tenths",
      (picture, image) =>
        picture
          .extract({ left: image % 4, top: (image >> 2) % 4, width: 29, height: 29 })
          .resize(side, side)
          .jpeg({ quality: 90 }),
    ],
  ];
  test.each(changes)("%s", async (_, change) => {
    const count = 60;
    const found = nearDuplicates(await changed(count, change), drawn);
    expect(found.filter(({ image, other }) => image !== other)).toEqual([]);
    expect(found.length).toBeGreaterThanOrEqual(count * 0.95);
  });

  test("where it is the other that was cropped", async () => {
    const cropped = await changed(20, (picture) =>
      picture.extract({ left: 2, top: 1, width: 29, height: 29 }).resize(side, side).png(),
    );
    const found = nearDuplicates(drawn, cropped);
    expect(found.map(({ image, other }) => image === other)).toEqual(found.map(() => true));
    expect(found.length).toBeGreaterThanOrEqual(19);
  });
});

test("of 400 pictures drawn anew none is nearly one of the others", () => {
  expect(nearDuplicates(others, drawn)).toEqual([]);
});

test("plain surfaces are like nothing, whatever their colour", () => {
  const plain = new Uint8Array(2 * bytes).fill(120);
  expect(nearDuplicates(plain, plain)).toEqual([]);
});
