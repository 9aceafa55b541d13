import type { ResearcherContext } from "../../context";
import { RungError } from "../../errors";
import { findUpload } from "./find-upload";

/**
 * The hash of the model that the viewer's upload became. Throws `not_found` for any other upload, `bad_input` for an unfinished
 * one.
 */
export async function finishedUpload({
  ctx,
  input,
}: {
  ctx: Pick<ResearcherContext, "db" | "viewer">;
  input: { id: string };
}): Promise<string> {
  const { modelHash } = await findUpload({ ctx, input });
  if (modelHash) return modelHash;
  throw new RungError("bad_input", "This upload has not finished.", "Resume it, then submit it.");
}
