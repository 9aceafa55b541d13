import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import sharp from "sharp";
import { expect, test } from "vitest";
import { decodeImage } from "@/server/test-set-store/sources/decode-image";

const fixture = (name: string) =>
  readFileSync(new URL(`../../../fixtures/test-sets/${name}`, import.meta.url));
const pillow = JSON.parse(fixture("pillow-decoding.json").toString()) as { sha256: Record<string, string> };

test.each(Object.entries(pillow.sha256))("%s gives Pillow's bytes", async (name, sha256) => {
  const { pixels, width, height } = await decodeImage(fixture(name));
  expect([width, height]).toEqual([40, 30]);
  expect(createHash("sha256").update(pixels).digest("hex")).toBe(sha256);
});

test("sixteen bits are cut to eight", async () => {
  const grey = sharp(Uint16Array.from([0, 0x1234, 0xff00, 0xffff]), {
    raw: { width: 4, height: 1, channels: 1 },
  });
  const { pixels } = await decodeImage(await grey.toColourspace("grey16").png().toBuffer());
  expect(Array.from(pixels).filter((_, i) => i % 3 === 0)).toEqual([0, 0x12, 0xff, 0xff]);
});

test("refuses a JPEG that lost its end", async () => {
  const whole = fixture("progressive.jpg");
  await expect(decodeImage(whole.subarray(0, whole.length - 100))).rejects.toThrow();
});

test.each([
  ["an SVG", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")],
  ["a text", Buffer.from("a cat")],
  ["an empty file", Buffer.alloc(0)],
])("refuses %s without handing it to a decoder", async (_, bytes) => {
  await expect(decodeImage(bytes)).rejects.toThrow("it is not a JPEG, PNG or WebP image");
});

test("refuses a small file that unfolds into a huge picture", async () => {
  const create = { width: 8000, height: 8000, channels: 3 as const, background: "black" };
  const bomb = await sharp({ create }).png().toBuffer();
  expect(bomb.length).toBeLessThan(2 ** 20);
  await expect(decodeImage(bomb)).rejects.toThrow(/pixel/);
});
