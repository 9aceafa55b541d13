import { open, readFile } from "node:fs/promises";
import { NpyError, parseNpyHeader } from "../../evaluation/parse-npy";
import { readNpyIntegers } from "../../evaluation/read-npy-integers";
import { badTestSet } from "../bad-test-set";
import type { RawImages } from "./raw-images";

const chunkBytes = 2 ** 20;
const largestSide = 8192;

/**
 * Opens a .npy of uint8 images `[N,H,W,3]`, `[N,H,W,1]` or `[N,H,W]` (grey is repeated) and a .npy of integer labels `[N]`;
 * pixels are read piece by piece. Throws `bad_input` for any other array.
 */
export async function npyImages(path: string, labelsPath: string): Promise<RawImages> {
  const { shape, dataOffset, descr, fortranOrder } = await readHeader(path);
  const [images = 0, height = 0, width = 0, channels = 1] = shape;
  const plain = descr === "|u1" && !fortranOrder && (shape.length === 4 || shape.length === 3);
  if (!plain || (channels !== 1 && channels !== 3)) {
    const found = `${descr} [${shape.join(", ")}]${fortranOrder ? " in Fortran order" : ""}`;
    throw badTestSet(`${path} contains ${found}; images must be uint8 [N, H, W, 3] in C order.`);
  }
  if (images < 1 || height < 1 || width < 1) throw badTestSet(`${path} contains no images.`);
  if (Math.max(height, width) > largestSide)
    throw badTestSet(`${path} contains images of ${height}x${width} pixels, which is too large.`);
  const labels = await readLabels(labelsPath);
  if (labels.length !== images) {
    throw badTestSet(
      `${path} contains ${images} images, but ${labelsPath} contains ${labels.length} labels.`,
    );
  }
  const imageBytes = height * width * channels;
  return {
    images,
    height,
    width,
    labels,
    chunks: () => readChunks({ path, dataOffset, images, imageBytes, channels }),
  };
}

async function readHeader(path: string) {
  const file = await open(path);
  try {
    const head = Buffer.alloc(2 ** 16);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return parseNpyHeader(head.subarray(0, bytesRead));
  } catch (error) {
    throw inWords(error, path);
  } finally {
    await file.close();
  }
}

async function readLabels(path: string): Promise<number[]> {
  const bytes = await readFile(path);
  try {
    return readNpyIntegers(bytes);
  } catch (error) {
    throw inWords(error, path);
  }
}

function inWords(error: unknown, path: string): unknown {
  return error instanceof NpyError ? badTestSet(`${path}: ${error.message}`) : error;
}

async function* readChunks(from: {
  path: string;
  dataOffset: number;
  images: number;
  imageBytes: number;
  channels: number;
}): AsyncGenerator<Uint8Array> {
  const perChunk = Math.max(1, Math.floor(chunkBytes / from.imageBytes));
  const file = await open(from.path);
  try {
    for (let first = 0; first < from.images; first += perChunk) {
      const bytes = Buffer.alloc(Math.min(perChunk, from.images - first) * from.imageBytes);
      const { bytesRead } = await file.read(
        bytes,
        0,
        bytes.length,
        from.dataOffset + first * from.imageBytes,
      );
      if (bytesRead < bytes.length) throw badTestSet(`${from.path} is cut short.`);
      yield from.channels === 3 ? bytes : repeatGrey(bytes);
    }
  } finally {
    await file.close();
  }
}

function repeatGrey(grey: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: grey.length * 3 }, (_, i) => grey[Math.floor(i / 3)]!);
}
