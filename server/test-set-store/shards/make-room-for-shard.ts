import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { RungError } from "../../errors";

/**
 * Deletes the least recently used shards until one of `bytes` fits into `quotaBytes`. A process already reading a deleted shard
 * can go on reading it. Throws `too_large` if it would not fit even alone.
 */
export async function makeRoomForShard(input: {
  directory: string;
  bytes: number;
  quotaBytes: number;
}): Promise<void> {
  const { directory, bytes, quotaBytes } = input;
  if (bytes > quotaBytes) {
    throw new RungError(
      "too_large",
      `This test set at this input size takes ${bytes} bytes, more than the ${quotaBytes} reserved for decoded images.`,
      "Use a smaller input size.",
    );
  }
  const shards = await listShards(directory);
  let used = shards.reduce((sum, shard) => sum + shard.bytes, 0);
  for (const shard of shards.sort((a, b) => a.usedAt - b.usedAt)) {
    if (used + bytes <= quotaBytes) return;
    await rm(shard.path, { force: true });
    used -= shard.bytes;
  }
}

async function listShards(directory: string) {
  const paths = (await readdir(directory)).map((name) => join(directory, name));
  const found = await Promise.all(paths.map((path) => stat(path).catch(() => null)));
  return paths.flatMap((path, i) => {
    const file = found[i];
    return file ? [{ path, bytes: file.size, usedAt: file.mtimeMs }] : [];
  });
}
