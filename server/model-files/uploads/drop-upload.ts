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
  await ctx.db.transaction(async (tx) => {
    const rows = await tx
      .delete(uploads)
      .where(and(mine, isNull(uploads.modelHash)))
      .returning({ id: uploads.id });
    if (rows.length > 0) await ctx.models.uploads.remove(input.id);
  });
}
