import { expect, test } from "vitest";
import { imageDigest } from "@/server/test-set-store/image-digest";
import { versionDigest } from "@/server/test-set-store/version-digest";

const key = Buffer.alloc(32, 7);
const picture = (value: number) => ({ pixels: new Uint8Array(12).fill(value), width: 2, height: 2 });
const digests = [1, 2, 3].map((value) => imageDigest(key, picture(value)));
const version = {
  key,
  classes: ["cat", "dog"],
  digests,
  labels: Uint16Array.of(0, 1, 1),
  split: Uint8Array.of(0, 0, 1),
};

test("the order of the images does not change the digest", () => {
  const turned = {
    ...version,
    digests: digests.toReversed(),
    labels: Uint16Array.of(1, 1, 0),
    split: Uint8Array.of(1, 0, 0),
  };
  expect(versionDigest(turned)).toBe(versionDigest(version));
});

test.each([
  ["a label", { labels: Uint16Array.of(0, 1, 0) }],
  ["the split", { split: Uint8Array.of(1, 0, 0) }],
  ["a class name", { classes: ["cat", "wolf"] }],
  ["an image", { digests: [...digests.slice(0, 2), imageDigest(key, picture(4))] }],
  ["the key", { key: Buffer.alloc(32, 8) }],
])("%s changes it", (_, change) => {
  expect(versionDigest({ ...version, ...change })).not.toBe(versionDigest(version));
});

test("a picture of the same bytes in another shape is another image", () => {
  const wide = { ...picture(1), width: 4, height: 1 };
  expect(imageDigest(key, wide)).not.toEqual(imageDigest(key, picture(1)));
});
