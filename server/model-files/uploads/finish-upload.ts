import type { ResearcherContext } from "../../context";
import { becomeModelFile } from "./become-model-file";
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
  const finished = await becomeModelFile({ ctx, input: { id: upload.id, sourcePath } });
  await ctx.models.uploads.remove(upload.id);
  return { ...upload, ...finished };
}
