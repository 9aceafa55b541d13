import { access, rm } from "node:fs/promises";
import { modelFilePath } from "./model-file-path";
import type { ModelStore } from "./model-store";
import { removeOlder } from "./remove-older";
import { requireRoom } from "./require-room";
import { storeModelFile, unfinishedEnding } from "./store-model-file";
import { filePendingUploads } from "./uploads/file-pending-uploads";

/**
 * A store in a folder, which any number of processes may open. Uploads in progress have a folder of their own, which should be on
 * the same disk: from another disk, each is copied when it finishes.
 */
export function fileModelStore(place: { modelsDir: string; uploadsDir: string }): ModelStore {
  const { modelsDir, uploadsDir } = place;
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
    removeUnfinished: (before) =>
      removeOlder({ folder: modelsDir, isMeant: (name) => name.endsWith(unfinishedEnding), before }),
    requireRoom: (bytes) => requireRoom(uploadsDir, bytes),
    uploads: filePendingUploads(uploadsDir),
  };
}
