import { createWriteStream } from "node:fs";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";
import { RungError } from "../../errors";
import { orDiskFull } from "../../files/or-disk-full";
import type { PendingUploads } from "../../model-store/uploads/pending-uploads";

const metadataBytes = 64 << 10;
const framingBytes = 1 << 20;

/** A form's contents: the metadata's text, and the path of the model's bytes while the form is handled. */
export interface ReceivedForm {
  metadata: string;
  modelPath: string;
}

/**
 * Receives a form with a file `model` and a field `metadata`, writing the file straight to disk, and passes it to `use`; the
 * received bytes are removed afterwards, whatever happens. Throws `too_large` (before any byte is stored, if the request states
 * its size), `bad_input` for any other form, `disk_full`.
 */
export async function receiveMultipart<T>(
  request: Request,
  { uploads, maxBytes }: { uploads: PendingUploads; maxBytes: number },
  use: (form: ReceivedForm) => Promise<T>,
): Promise<T> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > maxBytes + framingBytes) throw tooLarge(maxBytes);
  try {
    return await uploads.withForm(async (modelPath) => {
      const metadata = await receive(request, modelPath, maxBytes);
      return await use({ metadata, modelPath });
    });
  } catch (error) {
    throw orDiskFull(error, "upload");
  }
}

async function receive(request: Request, modelPath: string, maxBytes: number): Promise<string> {
  const parser = openParser(request, maxBytes);
  let metadata: string | undefined;
  let model: Promise<void> | undefined;
  parser.on("field", (name, value, info) => {
    if (name === "metadata" && !info.valueTruncated) metadata = value;
  });
  parser.on("file", (name, file) => {
    if (name !== "model" || model) return void file.resume();
    file.on("limit", () => file.destroy(tooLarge(maxBytes)));
    model = pipeline(file, createWriteStream(modelPath, { flags: "wx", highWaterMark: 1 << 20 }));
    model.catch((error: Error) => parser.destroy(error));
  });
  await pipeline(Readable.fromWeb(request.body as ReadableStream), parser as Writable).catch(refuseMalformed);
  await model;
  if (metadata !== undefined && model) return metadata;
  throw new RungError(
    "bad_input",
    `The form has no ${model ? "field `metadata`" : "file `model`"}.`,
    "Send a file `model` and a field `metadata` with JSON of at most 64 KiB.",
  );
}

function openParser(request: Request, maxBytes: number): busboy.Busboy {
  if (!request.body) throw new RungError("bad_input", "The request has no body.");
  // The parser treats a file of exactly its limit as too large.
  const limits = { fileSize: maxBytes + 1, files: 2, fields: 5, fieldSize: metadataBytes, parts: 8 };
  try {
    return busboy({ headers: Object.fromEntries(request.headers), limits, fileHwm: 1 << 20 });
  } catch {
    throw new RungError(
      "bad_input",
      "The form has no boundary.",
      "Send it as multipart/form-data, as `curl -F` does.",
    );
  }
}

function refuseMalformed(error: Error): never {
  const malformed = /^(Unexpected end of form|Malformed|Part terminated early)/.test(error.message);
  if (!malformed) throw error;
  throw new RungError("bad_input", "The form was cut short or is malformed.", "Send it again.", {
    cause: error,
  });
}

function tooLarge(maxBytes: number): RungError {
  return new RungError(
    "too_large",
    `The model is larger than this site accepts: ${maxBytes} bytes.`,
    "Nothing was stored.",
  );
}
