import { rm } from "node:fs/promises";
import { uploadPath } from "./upload-path";

/** Removes the bytes of an upload and what the protocol's library noted beside them. */
export async function removeUploadFiles(dataDir: string, id: string) {
  const path = uploadPath(dataDir, id);
  await Promise.all([rm(path, { force: true }), rm(`${path}.json`, { force: true })]);
}
