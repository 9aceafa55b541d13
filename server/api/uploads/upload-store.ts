import { createWriteStream } from "node:fs";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { FileStore } from "@tus/file-store";
import type { Upload } from "@tus/server";
import { orDiskFull } from "../../files/or-disk-full";
import type { PendingUploads } from "../../model-store/uploads/pending-uploads";

const bufferBytes = 1 << 20;

/**
 * The protocol library's file store, without what we do not offer: deferred sizes and its own expiry. A full disk is reported as
 * such instead of as an unknown write error.
 */
export class UploadStore extends FileStore {
  override extensions = ["creation", "creation-with-upload", "termination"];
  readonly #uploads: PendingUploads;

  constructor(uploads: PendingUploads) {
    super({ directory: uploads.folder });
    this.#uploads = uploads;
  }

  override async create(upload: Upload): Promise<Upload> {
    try {
      return await super.create(upload);
    } catch (error) {
      throw orDiskFull(error, "upload");
    }
  }

  /**
   * Writes from `offset` on. @returns the offset after it. Bytes received before an interruption stay, so the upload can resume.
   */
  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const path = this.#uploads.pathOf(id);
    const file = createWriteStream(path, { flags: "r+", start: offset, highWaterMark: bufferBytes });
    try {
      await pipeline(readable, file);
    } catch (error) {
      throw orDiskFull(error, "upload");
    }
    return offset + file.bytesWritten;
  }
}
