import { createWriteStream } from "node:fs";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";
import { RungError } from "../../errors";
import { orDiskFull } from "../../files/or-disk-full";
import type { Scratch, SentModel } from "../../model-files/one-file/sent-model";
import { tooLarge } from "./announced-bytes";

const metadataBytes = 64 << 10;

/** A form's contents: the metadata's text, and where the files are while the form is handled. */
export interface ReceivedForm {
  metadata: string;
  sent: SentModel;
}

/**
 * Receives a form with a file `model`, perhaps a file `data`, and a field `metadata`, writing the files straight to disk, and passes
 * it to `use`; the received bytes are removed afterwards, whatever happens. Throws `too_large` for a file above `maxBytes`, or more than
 * `mostBytes` in all, `bad_input` for any other form, `disk_full`.
 */
export async function receiveMultipart<T>(
  request: Request,
  limits: { scratch: Pick<Scratch, "withFile">; maxBytes: number; mostBytes: number },
  use: (form: ReceivedForm) => Promise<T>,
): Promise<T> {
  const { withFile } = limits.scratch;
  try {
    return await withFile(async (model) => {
      return await withFile(async (data) => use(await receive(request, { model, data }, limits)));
    });
  } catch (error) {
    throw orDiskFull(error, "upload");
  }
}

async function receive(
  request: Request,
  paths: { model: string; data: string },
  { maxBytes, mostBytes }: { maxBytes: number; mostBytes: number },
): Promise<ReceivedForm> {
  const parser = openParser(request, maxBytes);
  let metadata: string | undefined;
  const arrived: Partial<Record<keyof typeof paths, { name: string; written: Promise<void> }>> = {};
  parser.on("field", (name, value, info) => {
    if (name === "metadata" && !info.valueTruncated) metadata = value;
  });
  parser.on("file", (part, file, { filename }) => {
    // The parser's own error is the one that counts; without a listener, that of a file nobody reads would end the process.
    file.on("error", () => {});
    if (part !== "model" && part !== "data") return void file.resume();
    if (arrived[part]) return void parser.destroy(givenTwice(part));
    file.on("limit", () => file.destroy(tooLarge(maxBytes)));
    const written = pipeline(file, createWriteStream(paths[part], { flags: "wx", highWaterMark: 1 << 20 }));
    written.catch((error: Error) => parser.destroy(error));
    arrived[part] = { name: filename ?? "", written };
  });
  async function* measured(chunks: AsyncIterable<Buffer>) {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw tooLarge(maxBytes);
      yield chunk;
    }
  }
  const body = Readable.fromWeb(request.body as ReadableStream);
  await pipeline(body, measured, parser as Writable).catch(refuseMalformed);
  const { model, data } = arrived;
  await model?.written;
  await data?.written;
  if (!model || metadata === undefined) throw incomplete(model ? "field `metadata`" : "file `model`");
  return { metadata, sent: { path: paths.model, data: data ? { path: paths.data, name: data.name } : null } };
}

function incomplete(missing: string): RungError {
  return new RungError(
    "bad_input",
    `The form has no ${missing}.`,
    "Send a file `model`, its data file as `data` if the export wrote one, and a field `metadata` with JSON of at most 64 KiB.",
  );
}

function givenTwice(part: string): RungError {
  return new RungError(
    "bad_input",
    `The form has two files \`${part}\`.`,
    "One model a submission, with one data file at most: export again with all values in one data file, or in none.",
  );
}

function openParser(request: Request, maxBytes: number): busboy.Busboy {
  if (!request.body) throw new RungError("bad_input", "The request has no body.");
  // The parser treats a file of exactly its limit as too large.
  const limits = { fileSize: maxBytes + 1, files: 3, fields: 5, fieldSize: metadataBytes, parts: 8 };
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
