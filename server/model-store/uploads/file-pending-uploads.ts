import { randomBytes } from "node:crypto";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { removeOlder } from "../remove-older";
import { isUploadId } from "./is-upload-id";
import type { PendingUploads } from "./pending-uploads";

/** An upload's bytes, its other files and the protocol library's notes: each begins with its id. */
const notes = ".json";
const nameOfFile = /^([0-9a-f]{32})(\.json|\.[0-9a-f]{8}\.part)?$/;

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
    async withFile(id, use) {
      await mkdir(folder, { recursive: true });
      const path = `${pathOf(id)}.${randomBytes(4).toString("hex")}.part`;
      try {
        return await use(path);
      } finally {
        await rm(path, { force: true });
      }
    },
    async written() {
      const sizes = new Map<string, number>();
      for (const name of await readdir(folder).catch(() => [])) {
        const [, id, ending] = nameOfFile.exec(name) ?? [];
        const file = id && ending !== notes && (await stat(join(folder, name)).catch(() => null));
        if (id && file) sizes.set(id, (sizes.get(id) ?? 0) + file.size);
      }
      return sizes;
    },
    removeOlder: (before) => removeOlder({ folder, named: nameOfFile, before }),
  };
}
