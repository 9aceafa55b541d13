import { and, eq, isNull } from "drizzle-orm";
import { uploads } from "../../../db/schema";
import type { ResearcherContext } from "../../context";

/** Removes an unfinished upload of the viewer's, including its bytes. A finished one is left as it is. */
export async function dropUpload({
  ctx,
  input,
}: {
  ctx: Pick<ResearcherContext, "db" | "models" | "viewer">;
  input: { id: string };
}) {
  const mine = and(eq(uploads.id, input.id), eq(uploads.userId, ctx.viewer.userId));
  const rows = await ctx.db
    .delete(uploads)
    .where(and(mine, isNull(uploads.modelHash)))
    .returning();
  if (rows.length > 0) await ctx.models.uploads.remove(input.id);
}
