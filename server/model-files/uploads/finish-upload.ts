import { eq } from "drizzle-orm";
import { uploads } from "../../../db/schema";
import type { ResearcherContext } from "../../context";
import { addModelFile } from "../add-model-file";
import { findUpload, type Upload } from "./find-upload";

/**
 * Turns an upload whose last byte has arrived into a model file. Can be called again after a crash at any point: the bytes are
 * removed only once the database knows the model. Throws `not_found` for somebody else's upload, `disk_full` if there is no room.
 */
export async function finishUpload({
  ctx,
  input,
}: {
  ctx: Pick<ResearcherContext, "db" | "now" | "models" | "viewer">;
  input: { id: string };
}): Promise<Upload> {
  const upload = await findUpload({ ctx, input });
  if (upload.modelHash) return upload;
  const sourcePath = ctx.models.uploads.pathOf(upload.id);
  const { hash } = await addModelFile({ ctx, input: { sourcePath, adopt: true } });
  const finished = { modelHash: hash, finishedAt: ctx.now() };
  await ctx.db.update(uploads).set(finished).where(eq(uploads.id, upload.id));
  await ctx.models.uploads.remove(upload.id);
  return { ...upload, ...finished };
}
