import { randomBytes } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { removeOlder } from "../remove-older";
import { isUploadId } from "./is-upload-id";
import type { PendingUploads } from "./pending-uploads";

/** Pending uploads, stored in a folder. */
export function filePendingUploads(folder: string): PendingUploads {
  const pathOf = (id: string) => {
    if (!isUploadId(id)) throw new RangeError("an upload is named by 32 hexadecimal digits");
    return join(folder, id);
  };
  return {
    folder,
    pathOf,
    async remove(id) {
      const path = pathOf(id);
      await Promise.all([rm(path, { force: true }), rm(`${path}.json`, { force: true })]);
    },
    async withForm(use) {
      await mkdir(folder, { recursive: true });
      const path = join(folder, `${randomBytes(16).toString("hex")}.form`);
      try {
        return await use(path);
      } finally {
        await rm(path, { force: true });
      }
    },
    removeAbandoned: (before, pending) =>
      removeOlder({ folder, before, isMeant: (name) => !pending.has(name.replace(/\.json$/, "")) }),
  };
}
