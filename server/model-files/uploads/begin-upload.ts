import { uploads } from "../../../db/schema";
import type { ResearcherContext } from "../../context";
import { cleanName } from "../../text/clean-name";

/** Records a new upload and its owner. `bytes` is its final size. */
export async function beginUpload({
  ctx,
  input,
}: {
  ctx: Pick<ResearcherContext, "db" | "now" | "viewer">;
  input: { id: string; fileName: string; bytes: number };
}) {
  const fileName = cleanName(input.fileName, 200);
  await ctx.db
    .insert(uploads)
    .values({ ...input, fileName, userId: ctx.viewer.userId, createdAt: ctx.now() });
}
