import { readdir, readFile, stat, truncate, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { inputGeometry } from "@/server/evaluation/input-geometry";
import { preprocessingSchema } from "@/server/evaluation/preprocessing";
import { fileTestSetStore } from "@/server/test-set-store/file-test-set-store";
import { decodeImage } from "@/server/test-set-store/sources/decode-image";
import { folderTest } from "../../fixtures/folder-test";
import { drawImageFile } from "./draw-images";
import { writeTar } from "./write-tar";

const geometry = (size: number) => inputGeometry(preprocessingSchema.parse({ input_size: [3, size, size] }));

const bytes = (size: number) => 12 * size * size * 3;

const test = folderTest.extend("storeOfTwelve", ({ folder }) => async (shardQuotaBytes?: number) => {
  const files = await Promise.all(Array.from({ length: 12 }, (_, i) => drawImageFile(i, { format: "jpeg" })));
  const entries = files.map((content, i) => ({ name: `${i < 5 ? "cat" : "dog"}/${10 + i}.jpg`, content }));
  const store = fileTestSetStore({ root: folder, ...(shardQuotaBytes ? { shardQuotaBytes } : {}) });
  const { versionId } = await store.freezeTestSet({
    source: await writeTar(join(folder, "set.tar"), entries),
    classes: ["cat", "dog"],
    digestKey: Buffer.alloc(32, 1),
    auditFraction: 0,
  });
  return { store, versionId, files };
});

test("images of the model's own size reach it pixel for pixel, in the order of the labels", async ({
  storeOfTwelve,
}) => {
  const { store, versionId, files } = await storeOfTwelve();
  const shard = await store.openShard({ versionId, geometry: geometry(32) });
  expect(shard).toMatchObject({ images: 12, height: 32, width: 32, channels: 3 });
  const decoded = await Promise.all(files.map(async (file) => Buffer.from((await decodeImage(file)).pixels)));
  const stored = await readFile(shard.path);
  const places = files.map((_, i) =>
    decoded.findIndex((image) => image.equals(stored.subarray(i * image.length, (i + 1) * image.length))),
  );
  expect([...places].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect([...(await store.loadLabels(versionId))]).toEqual(places.map((image) => (image < 5 ? 0 : 1)));
});

test("a shard is built once, and again when its file is damaged", async ({ storeOfTwelve }) => {
  const { store, versionId } = await storeOfTwelve();
  const { path } = await store.openShard({ versionId, geometry: geometry(16) });
  const { ino } = await stat(path);
  await store.openShard({ versionId, geometry: geometry(16) });
  expect((await stat(path)).ino).toBe(ino);
  const whole = await readFile(path);
  await truncate(path, 100);
  await store.openShard({ versionId, geometry: geometry(16) });
  expect(await readFile(path)).toEqual(whole);
});

test("simultaneous first uses give one whole shard and leave nothing behind", async ({
  folder,
  storeOfTwelve,
}) => {
  const { store, versionId } = await storeOfTwelve();
  const shards = await Promise.all(
    Array.from({ length: 5 }, () => store.openShard({ versionId, geometry: geometry(24) })),
  );
  expect(new Set(shards.map(({ path }) => path)).size).toBe(1);
  expect((await stat(shards[0]!.path)).size).toBe(12 * 24 * 24 * 3);
  expect(await readdir(join(folder, "temporary"))).toEqual([]);
});

test("when the quota is full, the shard unused for longest goes", async ({ folder, storeOfTwelve }) => {
  const { store, versionId } = await storeOfTwelve(bytes(16) + bytes(15) + bytes(14) - 1);
  const first = await store.openShard({ versionId, geometry: geometry(16) });
  const second = await store.openShard({ versionId, geometry: geometry(15) });
  await utimes(first.path, 1, 1);
  await utimes(second.path, 2, 2);
  await store.openShard({ versionId, geometry: geometry(16) });
  await store.openShard({ versionId, geometry: geometry(14) });
  await expect(stat(second.path)).rejects.toThrow();
  expect((await stat(first.path)).size).toBe(bytes(16));
  expect(await readdir(join(folder, "shards"))).toHaveLength(2);
});

test("an input size that exceeds the whole quota is refused in words", async ({ storeOfTwelve }) => {
  const { store, versionId } = await storeOfTwelve(1000);
  await expect(store.openShard({ versionId, geometry: geometry(32) })).rejects.toMatchObject({
    code: "too_large",
  });
});

test("an id that is no version opens nothing", async ({ storeOfTwelve }) => {
  const { store } = await storeOfTwelve();
  await expect(store.loadLabels("../../etc")).rejects.toMatchObject({ code: "not_found" });
  const absent = { versionId: "0".repeat(32), geometry: geometry(8) };
  await expect(store.openShard(absent)).rejects.toMatchObject({ code: "not_found" });
});
