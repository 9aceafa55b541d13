import { and, eq } from "drizzle-orm";
import { uploads } from "../../../db/schema";
import type { ResearcherContext } from "../../context";
import { RungError } from "../../errors";

export type Upload = typeof uploads.$inferSelect;

/** An upload of whoever acts. Throws `not_found` for any other, in the same words whether it exists or not. */
export async function findUpload({
  ctx,
  input,
}: {
  ctx: Pick<ResearcherContext, "db" | "viewer">;
  input: { id: string };
}): Promise<Upload> {
  const mine = and(eq(uploads.id, input.id), eq(uploads.userId, ctx.viewer.userId));
  const [row] = await ctx.db.select().from(uploads).where(mine);
  if (row) return row;
  throw new RungError("not_found", "There is no such upload of yours.", "Start a new upload.");
}
