import { join } from "node:path";

/** The folder of unfinished uploads below the data folder: the same disk as the models, so that finishing copies nothing. */
export function uploadFolder(dataDir: string): string {
  return join(dataDir, "uploads");
}

/** Where the bytes of an upload lie until it has finished. Ids are 32 hexadecimal digits. */
export function uploadPath(dataDir: string, id: string): string {
  if (!isUploadId(id)) throw new RangeError("an upload is named by 32 hexadecimal digits");
  return join(uploadFolder(dataDir), id);
}

export function isUploadId(id: string): boolean {
  return /^[0-9a-f]{32}$/.test(id);
}
