import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { type Header, pack } from "tar-stream";

export type TarEntry = Partial<Header> & { name: string } & { content?: Uint8Array };

/** Writes a .tar of these entries. */
export async function writeTar(path: string, entries: TarEntry[]): Promise<string> {
  const tar = pack();
  for (const { content, ...header } of entries) {
    if (content) tar.entry({ ...header, size: content.length }, Buffer.from(content));
    else tar.entry(header).end(Buffer.alloc(0));
  }
  tar.finalize();
  await pipeline(tar, createWriteStream(path));
  return path;
}
