import type { FileHandle } from "node:fs/promises";

/** Reads exactly `length` bytes at a position. Throws a plain `Error` if the file ends first. */
export async function readAll(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, position + done);
    if (bytesRead === 0) throw new Error(`the file ends before byte ${position + length}`);
    done += bytesRead;
  }
  return bytes;
}
