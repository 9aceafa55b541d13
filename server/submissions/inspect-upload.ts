import { and, eq } from "drizzle-orm";
import { uploads } from "../../db/schema";
import { benchmarkBySlug } from "../benchmarks/benchmark-by-slug";
import type { ResearcherContext } from "../context";
import { RungError } from "../errors";
import { inspectStoredModel } from "../model-files/inspect-stored-model";
import type { Inspection } from "../onnx/inspection-schema";

/**
 * Inspects one of the viewer's finished uploads for a benchmark, before anything is submitted.
 * @throws RungError `not_found` if the upload is not the viewer's or not finished
 */
export async function inspectUpload({
  ctx,
  input,
}: {
  ctx: ResearcherContext;
  input: { upload: string; benchmark: string };
}): Promise<Inspection> {
  const benchmark = await benchmarkBySlug(ctx.db, input.benchmark);
  const [upload] = await ctx.db
    .select()
    .from(uploads)
    .where(and(eq(uploads.id, input.upload), eq(uploads.userId, ctx.viewer.userId)));
  if (!upload?.modelHash) {
    throw new RungError("not_found", "You have no finished upload with this id.", "Upload the model again.");
  }
  return inspectStoredModel({
    ctx,
    input: { hash: upload.modelHash, classes: benchmark.classes.length },
  });
}
