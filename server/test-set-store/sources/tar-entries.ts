import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { type Extract, extract } from "tar-stream";
import { RungError } from "../../errors";
import { badTestSet } from "../bad-test-set";
import { type ImageEntry, largestImageBytes } from "./image-entry";

type Entry = Extract extends AsyncIterable<infer E> ? E : never;

const chunkBytes = 2 ** 20;
/** An image, its headers and what a stream reads ahead: more between two entries is clutter or a terabyte of zeros. */
const mostBetweenEntries = largestImageBytes + 8 * chunkBytes;

/**
 * The entries of a .tar in order, streamed: one is in memory at a time. Throws `bad_input` if it is damaged or cut short, or if 72 MiB
 * bring no new entry.
 */
export async function* tarEntries(path: string): AsyncGenerator<ImageEntry> {
  await refuseOtherFormats(path);
  const tar = extract();
  const file = createReadStream(path, { highWaterMark: chunkBytes });
  let sinceEntry = 0;
  file.on("error", (error) => tar.destroy(error));
  file.on("data", (chunk) => {
    sinceEntry += chunk.length;
    if (sinceEntry > mostBetweenEntries) tar.destroy(tooLong(path));
  });
  file.pipe(tar);
  try {
    for await (const entry of tar) {
      sinceEntry = 0;
      yield toImageEntry(entry);
      entry.resume();
    }
  } catch (error) {
    if (error instanceof RungError || !(error instanceof Error)) throw error;
    if (!/tar|unexpected end|header/i.test(error.message)) throw error;
    throw badTestSet(`${path} is damaged or cut short: ${error.message}.`);
  } finally {
    file.destroy();
  }
}

function tooLong(path: string): RungError {
  return badTestSet(`${path} holds more than 64 MiB that are no image.`, "Pack the class folders alone.");
}

function toImageEntry(entry: Entry): ImageEntry {
  const { name, type, size } = entry.header;
  const kind =
    type === "file" || type === "contiguous-file" ? "file" : type === "directory" ? "directory" : "other";
  return { path: name, kind, size: size ?? 0, read: () => buffer(entry) };
}

/** A tar ends with two blocks of zeros; without them it may have lost images at its end. */
async function refuseOtherFormats(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(4);
    await file.read(head, 0, 4, 0);
    if (head[0] === 0x1f && head[1] === 0x8b)
      throw badTestSet(`${path} is compressed.`, "Unpack it with gunzip first.");
    if (head.toString("latin1", 0, 2) === "PK")
      throw badTestSet(`${path} is a zip file.`, "Unpack it and give the folder.");
    const end = Buffer.alloc(Math.min(1024, size));
    await file.read(end, 0, end.length, size - end.length);
    if (size < 1024 || size % 512 !== 0 || end.some((byte) => byte !== 0)) {
      throw badTestSet(`${path} is not a .tar, or it is cut short: it does not end like one.`);
    }
  } finally {
    await file.close();
  }
}
