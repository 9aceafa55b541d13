import { expect, test } from "vitest";
import { drawSplit } from "@/server/test-set-store/draw-split";

const digestsOf = (images: number) =>
  Array.from({ length: images }, (_, i) => {
    const digest = Buffer.alloc(16);
    digest.writeUInt32LE(i);
    return digest;
  });
const keyOf = (n: number) => {
  const key = Buffer.alloc(32);
  key.writeUInt32LE(n);
  return key;
};

test("the audit part has exactly the wanted share of the images", () => {
  const split = drawSplit({ digests: digestsOf(10_000), auditFraction: 0.2, key: keyOf(1) });
  expect(split.filter((part) => part === 1)).toHaveLength(2000);
  expect(drawSplit({ digests: digestsOf(10), auditFraction: 0, key: keyOf(1) })).toEqual(new Uint8Array(10));
});

test("over keys, every image is as likely as any other to be drawn", () => {
  const times = new Uint32Array(10);
  const digests = digestsOf(10);
  for (let n = 0; n < 10_000; n++) {
    drawSplit({ digests, auditFraction: 0.3, key: keyOf(n) }).forEach(
      (part, image) => (times[image]! += part),
    );
  }
  const spread = Math.sqrt(10_000 * 0.3 * 0.7);
  for (const count of times) expect(Math.abs(count - 3000)).toBeLessThan(5 * spread);
});

test("an image stays in its part in whatever order the images come", () => {
  const digests = digestsOf(100);
  const split = drawSplit({ digests, auditFraction: 0.3, key: keyOf(1) });
  const reversed = drawSplit({ digests: [...digests].reverse(), auditFraction: 0.3, key: keyOf(1) });
  expect([...reversed].reverse()).toEqual([...split]);
});
