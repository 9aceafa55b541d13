import { open, truncate } from "node:fs/promises";
import { join } from "node:path";
import { crc32, deflateSync, gzipSync } from "node:zlib";
import { expect } from "vitest";
import { drawImageFile } from "../draw-images";
import { importTest as test } from "../import-test";
import type { TarEntry } from "../write-tar";

/** A chunk of a PNG (its specification, 5.3): length, type, data, sum. */
function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** A PNG that says it has so many grey pixels, of which `rows` are there. */
function png(width: number, height: number, rows: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(rows * (width + 1)));
  const parts = [chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", new Uint8Array(0))];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts]);
}

/** A JPEG that says it has so many pixels (ITU-T T.81, B.2.2). */
async function jpeg(side: number): Promise<Buffer> {
  const bytes = Buffer.from(await drawImageFile(8, { format: "jpeg" }));
  const frame = bytes.findIndex(
    (byte, i) => byte === 0xff && /[\xc0-\xc2]/.test(String.fromCharCode(bytes[i + 1]!)),
  );
  bytes.writeUInt16BE(side, frame + 5);
  bytes.writeUInt16BE(side, frame + 7);
  return bytes;
}

test("a PNG of 65,000 x 65,000 pixels in a few hundred bytes is refused before it is decoded", async ({
  tar,
  refusal,
}) => {
  const before = process.memoryUsage().rss;
  const said = await refusal(await tar([{ name: "cat/a.png", content: png(65_000, 65_000, 1) }]));
  expect(said).toMatch(/cat\/a[.]png is a broken image: .*pixel limit/);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20);
});

test("so is a JPEG of 65,500 x 65,500", async ({ tar, refusal }) => {
  const said = await refusal(await tar([{ name: "cat/a.jpg", content: await jpeg(65_500) }]));
  expect(said).toMatch(/cat\/a[.]jpg is a broken image: .*pixel limit/);
});

test("a PNG with a thousandth of the pixels that it promises is broken", async ({ tar, refusal }) => {
  expect(await refusal(await tar([{ name: "cat/a.png", content: png(5_000, 5_000, 5) }]))).toMatch(
    /is a broken image/,
  );
});

const entries: [string, TarEntry, RegExp][] = [
  ["a path upwards", { name: "../../cat/a.png", content: new Uint8Array(9) }, /leads out of the test set/],
  ["an absolute path", { name: "/cat/a.png", content: new Uint8Array(9) }, /leads out of the test set/],
  ["a hard link", { name: "cat/a.png", type: "link", linkname: "/etc/shadow" }, /a link or device/],
  ["a symbolic link", { name: "cat/a.png", type: "symlink", linkname: "/etc/shadow" }, /a link or device/],
  ["a disk", { name: "cat/a.png", type: "block-device", devmajor: 8, devminor: 0 }, /a link or device/],
  [
    "a terminal",
    { name: "cat/a.png", type: "character-device", devmajor: 5, devminor: 0 },
    /a link or device/,
  ],
  ["a pipe", { name: "cat/a.png", type: "fifo" }, /a link or device/],
];

test.for(entries)("%s in a .tar is refused by name", async ([, entry, words], { tar, refusal }) => {
  expect(await refusal(await tar([entry]))).toMatch(words);
});

/** Changes the size that the first header of a .tar declares, in octal, and its sum. */
async function declare(path: string, bytes: number): Promise<string> {
  const file = await open(path, "r+");
  const { buffer: header } = await file.read(Buffer.alloc(512), 0, 512, 0);
  header.write(bytes.toString(8).padStart(11, "0"), 124, "latin1");
  header.fill(" ", 148, 156);
  header.write(
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, "0")}\0 `,
    148,
    "latin1",
  );
  await file.write(header, 0, 512, 0);
  await file.close();
  return path;
}

const EIGHT_GIB = 8 ** 11 - 1;
const A_TERABYTE = 2 ** 40;

test("an image that declares eight gibibytes is refused by its size", async ({ tar, refusal }) => {
  const path = await declare(await tar([{ name: "cat/a.png", content: await drawImageFile(8) }]), EIGHT_GIB);
  expect(await refusal(path)).toMatch(/larger than 64 MiB/);
});

test("a hidden file of eight gibibytes, or a terabyte of nothing, is not read to its end", async ({
  tar,
  refusal,
}) => {
  const hidden = await declare(await tar([{ name: ".hidden", content: new Uint8Array(9) }]), EIGHT_GIB);
  await truncate(hidden, EIGHT_GIB + 2049);
  expect(await refusal(hidden)).toMatch(/more than 64 MiB that are no image/);
  const zeros = await tar([{ name: "cat/a.png", content: await drawImageFile(8) }]);
  await truncate(zeros, A_TERABYTE);
  expect(await refusal(zeros)).toMatch(/more than 64 MiB that are no image/);
});

test("a header of names longer than a name can be is refused", async ({ tar, refusal }) => {
  const pax = { comment: "x".repeat(5 * 2 ** 20) };
  const entry = { name: "cat/a.png", content: await drawImageFile(8), pax } as TarEntry;
  expect(await refusal(await tar([entry]))).toMatch(/damaged or cut short: Header exceeds max size/);
});

test("twenty thousand empty folders are one sentence", async ({ tar, refusal }) => {
  const folders = Array.from({ length: 20_000 }, (_, i): TarEntry => ({ name: `n${i}/`, type: "directory" }));
  const said = await refusal(await tar(folders));
  expect(said).toMatch(/not a class of this benchmark|no images/);
  expect(said.length).toBeLessThan(500);
});

test("what is compressed is not unpacked", async ({ folder, refusal }) => {
  const path = join(folder, "set.tar.gz");
  const file = await open(path, "w");
  await file.write(gzipSync(Buffer.alloc(50 * 2 ** 20)));
  await file.close();
  expect(await refusal(path)).toMatch(/is compressed/);
});
