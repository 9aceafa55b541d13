import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { chmod, link, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { orDiskFull } from "../files/or-disk-full";
import { modelFilePath } from "./model-file-path";
import type { StoredModel } from "./model-store";

const chunkBytes = 1 << 20;

type Before = (stored: StoredModel) => Promise<void>;

/** The name of an incomplete copy. */
export const unfinishedName = /^\.[0-9a-f]{16}\.part$/;

/**
 * Puts a file into the store under the SHA-256 of its bytes. Memory does not grow with the file. The name appears only once all
 * bytes are on the disk and `before` has ended; a file already there is left alone. The source stays. With `adopt` it is linked instead
 * of copied: only for a file on the same disk that nobody writes to again. Throws `disk_full` if there is no room, with nothing half
 * stored.
 */
export async function storeModelFile({
  modelsDir,
  sourcePath,
  adopt = false,
  before = async () => {},
}: {
  modelsDir: string;
  sourcePath: string;
  adopt?: boolean;
  before?: Before;
}): Promise<StoredModel> {
  const store = adopt ? adoptFile : copyFile;
  try {
    return await store(modelsDir, sourcePath, before);
  } catch (error) {
    throw orDiskFull(error, "upload");
  }
}

async function adoptFile(modelsDir: string, sourcePath: string, before: Before): Promise<StoredModel> {
  await chmod(sourcePath, 0o444);
  const [stored] = await Promise.all([hashInto(sourcePath, null), flush(sourcePath)]);
  const path = modelFilePath(modelsDir, stored.hash);
  await mkdir(dirname(path), { recursive: true });
  await before(stored);
  try {
    await link(sourcePath, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST") return await copyFile(modelsDir, sourcePath, before);
  }
  await flush(dirname(path));
  return stored;
}

async function copyFile(modelsDir: string, sourcePath: string, before: Before): Promise<StoredModel> {
  await mkdir(modelsDir, { recursive: true });
  const temporary = join(modelsDir, `.${randomBytes(8).toString("hex")}.part`);
  try {
    const stored = await hashInto(sourcePath, temporary);
    const path = modelFilePath(modelsDir, stored.hash);
    await mkdir(dirname(path), { recursive: true });
    await chmod(temporary, 0o444);
    await flush(temporary);
    await before(stored);
    await rename(temporary, path);
    await flush(dirname(path));
    return stored;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Reads a file once for its hash and size, copying it to `target` unless that is null. */
async function hashInto(sourcePath: string, target: string | null): Promise<StoredModel> {
  const hash = createHash("sha256");
  let bytes = 0;
  async function* digested(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      if (target !== null) yield chunk;
    }
  }
  // Opened before anything can fail: a stream that opens its file itself may do so after the failed copy was removed.
  const sink = target === null ? new Writable() : (await open(target, "wx")).createWriteStream();
  await pipeline(createReadStream(sourcePath, { highWaterMark: chunkBytes }), digested, sink);
  return { hash: hash.digest("hex"), bytes };
}

/** Waits until a file or folder is on the disk. */
async function flush(path: string) {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
