import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "../../db/client";
import { modelFiles } from "../../db/schema";
import type { Context } from "../context";
import { RungError } from "../errors";
import { lockModelFile } from "./lock-model-file";

/** Protects a stored model from the sweep until the transaction ends. Throws `not_found` if it has already been swept. */
export async function pinModelFile(given: {
  tx: Database;
  ctx: Pick<Context, "models">;
  hash: string;
}): Promise<void> {
  const { tx, ctx, hash } = given;
  await lockModelFile(tx, hash);
  const isRecorded = and(eq(modelFiles.hash, hash), isNull(modelFiles.removedAt));
  const rows = await tx.select({ hash: modelFiles.hash }).from(modelFiles).where(isRecorded);
  // A sweep that was killed has removed the file, but not said so.
  if (rows.length > 0 && (await ctx.models.has(hash))) return;
  throw new RungError(
    "not_found",
    "The model file is no longer here: a file that is not submitted is removed after a day. This did not count against your quota.",
    "Upload it again, then submit it.",
  );
}
