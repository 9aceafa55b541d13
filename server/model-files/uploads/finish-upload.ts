import { eq } from "drizzle-orm";
import { uploads } from "../../../db/schema";
import type { ResearcherContext } from "../../context";
import { addModelFile } from "../add-model-file";
import { findUpload, type Upload } from "./find-upload";
import { removeUploadFiles } from "./remove-upload-files";
import { uploadPath } from "./upload-path";

/**
 * Makes a model file of an upload whose last byte has come. May be called again after a crash at any point: the bytes go only
 * when the database knows the model. Throws `not_found` for somebody else's upload, `disk_full` when there is no room.
 */
export async function finishUpload({
  ctx,
  input,
}: {
  ctx: Pick<ResearcherContext, "db" | "now" | "dataDir" | "viewer">;
  input: { id: string };
}): Promise<Upload> {
  const upload = await findUpload({ ctx, input });
  if (upload.modelHash) return upload;
  const sourcePath = uploadPath(ctx.dataDir, upload.id);
  const { hash } = await addModelFile({ ctx, input: { sourcePath, adopt: true } });
  const finished = { modelHash: hash, finishedAt: ctx.now() };
  await ctx.db.update(uploads).set(finished).where(eq(uploads.id, upload.id));
  await removeUploadFiles(ctx.dataDir, upload.id);
  return { ...upload, ...finished };
}
