import { mkdir, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { type InputGeometry, inputGeometryKey } from "../../evaluation/input-geometry";
import { orDiskFull } from "../../files/or-disk-full";
import { renameDurably } from "../../files/rename-durably";
import { withTemporaryDirectory } from "../../files/with-temporary-directory";
import { readManifest } from "../read-manifest";
import { testSetFiles } from "../test-set-files";
import { buildShard } from "./build-shard";
import { makeRoomForShard } from "./make-room-for-shard";
import type { Shard } from "./shard";

const building = new Map<string, Promise<void>>();

/** 20 GiB: fourteen test sets of 10,000 images at 224 x 224. */
const defaultQuotaBytes = 20 * 2 ** 30;

/**
 * The shard of a version in an input geometry, built on first use and cached until others need its space (`quotaBytes` for all
 * shards; the least recently used goes first). Two processes that build the same shard at once both get a complete one. Throws
 * `not_found` for an unknown version, `too_large` if it exceeds the quota, `disk_full`.
 */
export async function openShard(input: {
  root: string;
  versionId: string;
  geometry: InputGeometry;
  quotaBytes?: number;
}): Promise<Shard> {
  const { root, versionId, geometry } = input;
  const { images } = await readManifest({ root, versionId });
  const { height, width } = geometry;
  const path = join(root, "shards", `${versionId}-${inputGeometryKey(geometry)}.u8`);
  const bytes = images * height * width * 3;
  if (!(await isThere(path, bytes))) await buildOnce({ ...input, path, bytes });
  const now = new Date();
  await utimes(path, now, now);
  return { path, images, height, width, channels: 3 };
}

async function isThere(path: string, bytes: number): Promise<boolean> {
  return stat(path).then(
    ({ size }) => size === bytes,
    () => false,
  );
}

interface ShardToBuild {
  root: string;
  versionId: string;
  geometry: InputGeometry;
  quotaBytes?: number;
  path: string;
  bytes: number;
}

async function buildOnce(shard: ShardToBuild): Promise<void> {
  const running = building.get(shard.path) ?? build(shard).finally(() => building.delete(shard.path));
  building.set(shard.path, running);
  await running;
}

async function build({ root, versionId, geometry, quotaBytes, path, bytes }: ShardToBuild): Promise<void> {
  const directory = join(root, "shards");
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await makeRoomForShard({ directory, bytes, quotaBytes: quotaBytes ?? defaultQuotaBytes });
  try {
    await withTemporaryDirectory(root, async (temporary) => {
      const unfinished = join(temporary, "shard");
      const manifest = await readManifest({ root, versionId });
      await buildShard({ files: testSetFiles(root, versionId), manifest, geometry, path: unfinished });
      await renameDurably(unfinished, path);
    });
  } catch (error) {
    throw orDiskFull(error, "test set");
  }
}
