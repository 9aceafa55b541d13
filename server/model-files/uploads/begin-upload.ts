import { uploads } from "../../../db/schema";
import type { ResearcherContext } from "../../context";

/** Notes a new upload and whose it is. `bytes` is the size it will have. */
export async function beginUpload({
  ctx,
  input,
}: {
  ctx: Pick<ResearcherContext, "db" | "now" | "viewer">;
  input: { id: string; fileName: string; bytes: number };
}) {
  const fileName = input.fileName.slice(0, 200);
  await ctx.db
    .insert(uploads)
    .values({ ...input, fileName, userId: ctx.viewer.userId, createdAt: ctx.now() });
}
