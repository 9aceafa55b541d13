import { and, eq, isNull, lt, or } from "drizzle-orm";
import { uploads } from "../../../db/schema";
import type { Context } from "../../context";
import { staysForMs } from "../storage/stays-for-ms";

/**
 * Removes every upload that finished over a day ago, or began then and has not finished, and what killed processes left of others. A file that
 * an upload became is left to the sweep: whoever else has the same bytes, its owner has to send it again.
 * @returns how many uploads were removed
 */
export async function expireUploads({
  ctx,
}: {
  ctx: Pick<Context, "db" | "now" | "models">;
}): Promise<number> {
  const before = new Date(ctx.now().getTime() - staysForMs);
  const standsStill = and(isNull(uploads.finishedAt), lt(uploads.createdAt, before));
  const stale = or(lt(uploads.finishedAt, before), standsStill);
  const rows = await ctx.db.select({ id: uploads.id }).from(uploads).where(stale);
  for (const { id } of rows) {
    await ctx.db.transaction(async (tx) => {
      const gone = await tx
        .delete(uploads)
        .where(and(eq(uploads.id, id), stale))
        .returning({ id: uploads.id });
      if (gone.length > 0) await ctx.models.uploads.remove(id);
    });
  }
  await ctx.models.uploads.removeOlder(before);
  return rows.length;
}
