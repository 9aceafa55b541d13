import { createWriteStream } from "node:fs";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { FileStore } from "@tus/file-store";
import type { PendingUploads } from "../../model-store/uploads/pending-uploads";

const bufferBytes = 1 << 20;

/**
 * The protocol library's file store, without what we do not offer: deferred sizes and its own expiry. What a write failed with is
 * thrown as it is.
 */
export class UploadStore extends FileStore {
  override extensions = ["creation", "creation-with-upload", "termination"];
  readonly #uploads: PendingUploads;

  constructor(uploads: PendingUploads) {
    super({ directory: uploads.folder });
    this.#uploads = uploads;
  }

  /**
   * Writes from `offset` on. @returns the offset after it. Bytes received before an interruption stay, so the upload can resume.
   */
  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const path = this.#uploads.pathOf(id);
    const file = createWriteStream(path, { flags: "r+", start: offset, highWaterMark: bufferBytes });
    await pipeline(readable, file);
    return offset + file.bytesWritten;
  }
}
