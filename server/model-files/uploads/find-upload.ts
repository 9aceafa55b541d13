import { and, eq } from "drizzle-orm";
import { uploads } from "../../../db/schema";
import type { ResearcherContext } from "../../context";
import { RungError } from "../../errors";

export type Upload = typeof uploads.$inferSelect;

/** An upload of the viewer's. Throws `not_found` for any other, in the same words whether or not it exists. */
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
  throw new RungError(
    "not_found",
    "You have no such upload: one that is not submitted is removed after a day.",
    "Upload the file again.",
  );
}
