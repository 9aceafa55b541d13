import type { ResearcherContext } from "../../context";
import { RungError } from "../../errors";
import { findUpload, type Upload } from "./find-upload";

/** An upload that has become a model file. */
export type FinishedUpload = Upload & { modelHash: string; finishedAt: Date };

/** A finished upload of the viewer's. Throws `not_found` for any other, `bad_input` for an unfinished one. */
export async function finishedUpload({
  ctx,
  input,
}: {
  ctx: Pick<ResearcherContext, "db" | "viewer">;
  input: { id: string };
}): Promise<FinishedUpload> {
  const { modelHash, finishedAt, ...upload } = await findUpload({ ctx, input });
  if (modelHash && finishedAt) return { ...upload, modelHash, finishedAt };
  throw new RungError("bad_input", "This upload has not finished.", "Resume it, then submit it.");
}
