import { and, isNull, lt } from "drizzle-orm";
import { uploads } from "../../../db/schema";
import type { Context } from "../../context";

/** How long an upload may stay unfinished. */
const uploadExpiresAfterMs = 24 * 3600 * 1000;

/**
 * Removes every upload begun over a day ago and not finished, and files as old that killed processes left: forms, and the bytes of
 * uploads that had just become a model or been removed. @returns how many uploads were removed
 */
export async function expireUploads({
  ctx,
}: {
  ctx: Pick<Context, "db" | "now" | "models">;
}): Promise<number> {
  const before = new Date(ctx.now().getTime() - uploadExpiresAfterMs);
  const stale = and(isNull(uploads.modelHash), lt(uploads.createdAt, before));
  const rows = await ctx.db.delete(uploads).where(stale).returning({ id: uploads.id });
  for (const { id } of rows) await ctx.models.uploads.remove(id);
  const pending = await ctx.db.select({ id: uploads.id }).from(uploads).where(isNull(uploads.modelHash));
  await ctx.models.uploads.removeAbandoned(before, new Set(pending.map(({ id }) => id)));
  return rows.length;
}
