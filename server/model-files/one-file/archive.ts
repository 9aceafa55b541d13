import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { crc32 } from "node:zlib";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { RungError } from "../../errors";
import { orDiskFull } from "../../files/or-disk-full";
import { baseName } from "../../onnx/external/base-name";

const mostEntries = 1000;

/** A file in an archive. Its name is the last part of its path there, which nothing follows; `bytes` is what the archive declares. */
export type Packed = { name: string; bytes: number; unpack: (targetPath: string) => Promise<void> };

/** Whether the file at `path` begins as a zip archive does. */
export async function isArchive(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.toString("latin1") === "PK\x03\x04";
  } finally {
    await file.close();
  }
}

/**
 * Lends the files of a zip archive, hidden ones and folders left out. None unpacks to more than it declares, and each is checked
 * against its sum. Throws `model_refused` for an archive that is damaged, encrypted or has more than a thousand entries,
 * `disk_full`.
 */
export async function withArchive<Result>(
  path: string,
  use: (files: Packed[]) => Promise<Result>,
): Promise<Result> {
  const archive = await openPromise(path, { autoClose: false }).catch(refuse);
  try {
    return await use(await list(archive).catch(refuse));
  } finally {
    archive.close();
  }
}

async function list(archive: ZipFile): Promise<Packed[]> {
  if (archive.entryCount > mostEntries) throw refusal(`it has ${archive.entryCount} entries`);
  const files: Packed[] = [];
  for await (const entry of archive.eachEntry()) {
    if (!isShown(entry.fileName)) continue;
    const unpack = (targetPath: string) => unpackEntry(archive, entry, targetPath).catch(refuse);
    files.push({ name: baseName(entry.fileName), bytes: entry.uncompressedSize, unpack });
  }
  return files;
}

/** What macOS adds (`__MACOSX/._model.onnx`) is no file of the person's. */
function isShown(path: string): boolean {
  return !path.endsWith("/") && !/(^|[/\\])(\.|__MACOSX)/.test(path);
}

async function unpackEntry(archive: ZipFile, entry: Entry, targetPath: string): Promise<void> {
  const packed = await archive.openReadStreamPromise(entry);
  const target = await open(targetPath, "wx");
  let sum = 0;
  async function* summed(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
  }
  await pipeline(packed, summed, target.createWriteStream({ highWaterMark: 1 << 20 }));
  if (sum !== entry.crc32) throw refusal(`the check sum of ${baseName(entry.fileName)} is wrong`);
}

/** The library's own errors have no code, zlib's begin with Z; any other is the machine's. */
function refuse(error: Error & { code?: string }): never {
  if (error instanceof RungError) throw error;
  if (error.code !== undefined && !error.code.startsWith("Z")) throw orDiskFull(error, "upload");
  throw refusal(error.message, error);
}

function refusal(why: string, cause?: Error): RungError {
  return new RungError(
    "model_refused",
    `The zip archive cannot be unpacked: ${why}.`,
    "Pack the .onnx file and its data file again, without a password, or send the two files as they are.",
    { cause },
  );
}
