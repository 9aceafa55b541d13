import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { and, isNull, lt } from "drizzle-orm";
import { uploads } from "../../../db/schema";
import type { Context } from "../../context";
import { removeUploadFiles } from "./remove-upload-files";
import { uploadFolder } from "./upload-path";

/** How long an upload may stay unfinished. */
const uploadExpiresAfterMs = 24 * 3600 * 1000;

/** Forgets every upload that was begun a day ago and never finished, and forms that a killed process left. @returns how many uploads */
export async function expireUploads({
  ctx,
}: {
  ctx: Pick<Context, "db" | "now" | "dataDir">;
}): Promise<number> {
  const before = new Date(ctx.now().getTime() - uploadExpiresAfterMs);
  const stale = and(isNull(uploads.modelHash), lt(uploads.createdAt, before));
  const rows = await ctx.db.delete(uploads).where(stale).returning({ id: uploads.id });
  for (const { id } of rows) await removeUploadFiles(ctx.dataDir, id);
  await removeForms(uploadFolder(ctx.dataDir), before);
  return rows.length;
}

async function removeForms(folder: string, before: Date) {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((name) => name.endsWith(".form"))) {
    const path = join(folder, name);
    const file = await stat(path).catch(() => null);
    if (file && file.mtime < before) await rm(path, { force: true });
  }
}
