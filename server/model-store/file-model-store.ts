import { access, rm } from "node:fs/promises";
import { modelFilePath } from "./model-file-path";
import type { ModelStore } from "./model-store";
import { removeOlder } from "./remove-older";
import { roomOnDisk } from "./room-on-disk";
import { storeModelFile, unfinishedName } from "./store-model-file";
import { filePendingUploads } from "./uploads/file-pending-uploads";

/**
 * A store in a folder, which any number of processes may open. Uploads in progress have a folder of their own, which should be on
 * the same disk: from another disk, each is copied when it finishes. `minFreeBytes` stay free.
 */
export function fileModelStore(place: {
  modelsDir: string;
  uploadsDir: string;
  minFreeBytes: number;
}): ModelStore {
  const { modelsDir, uploadsDir, minFreeBytes } = place;
  const pathOf = (hash: string) => modelFilePath(modelsDir, hash);
  return {
    store: (input) => storeModelFile({ modelsDir, ...input }),
    has: (hash) =>
      access(pathOf(hash)).then(
        () => true,
        () => false,
      ),
    withFile: async (hash, use) => await use(pathOf(hash)),
    remove: (hash) => rm(pathOf(hash), { force: true }),
    removeUnfinished: (before) => removeOlder({ folder: modelsDir, named: unfinishedName, before }),
    room: () => roomOnDisk([modelsDir, uploadsDir], minFreeBytes),
    uploads: filePendingUploads(uploadsDir),
  };
}
