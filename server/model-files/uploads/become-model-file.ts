import { eq } from "drizzle-orm";
import { uploads } from "../../../db/schema";
import type { ResearcherContext } from "../../context";
import { addModelFile } from "../add-model-file";

/** Makes a file that nobody writes to again the model file that an upload is, and the upload finished. @returns its hash */
export async function becomeModelFile({
  ctx,
  input,
}: {
  ctx: Pick<ResearcherContext, "db" | "now" | "models">;
  input: { id: string; sourcePath: string };
}): Promise<{ modelHash: string; finishedAt: Date }> {
  const { hash } = await addModelFile({ ctx, input: { sourcePath: input.sourcePath, adopt: true } });
  const finished = { modelHash: hash, finishedAt: ctx.now() };
  await ctx.db.update(uploads).set(finished).where(eq(uploads.id, input.id));
  return finished;
}
