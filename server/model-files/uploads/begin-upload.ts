import { uploads } from "../../../db/schema";
import type { ResearcherContext } from "../../context";
import { cleanName } from "../../text/clean-name";
import { requireStorage } from "../storage/require-storage";

/**
 * Records a new upload and its owner, and so reserves room for it, before its first byte. `bytes` is its final size.
 * @throws what `requireStorage` throws
 */
export async function beginUpload({
  ctx,
  input,
}: {
  ctx: Pick<ResearcherContext, "db" | "now" | "models" | "viewer">;
  input: { id: string; fileName: string; bytes: number };
}): Promise<void> {
  const fileName = cleanName(input.fileName, 200);
  await ctx.db.transaction(async (tx) => {
    await requireStorage({ tx, ctx, bytes: input.bytes });
    await tx.insert(uploads).values({ ...input, fileName, userId: ctx.viewer.userId, createdAt: ctx.now() });
  });
}
