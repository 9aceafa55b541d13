import { and, isNull, lt } from "drizzle-orm";
import { uploads } from "../../db/schema";
import type { Context } from "../context";
import { removeUploadFiles } from "./remove-upload-files";

/** How long an upload may stay unfinished. */
export const uploadExpiresAfterMs = 24 * 3600 * 1000;

/** Forgets every upload that was begun a day ago and never finished. @returns how many */
export async function expireUploads({
  ctx,
}: {
  ctx: Pick<Context, "db" | "now" | "dataDir">;
}): Promise<number> {
  const before = new Date(ctx.now().getTime() - uploadExpiresAfterMs);
  const stale = and(isNull(uploads.modelHash), lt(uploads.createdAt, before));
  const rows = await ctx.db.delete(uploads).where(stale).returning({ id: uploads.id });
  for (const { id } of rows) await removeUploadFiles(ctx.dataDir, id);
  return rows.length;
}
