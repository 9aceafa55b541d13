import { benchmarkBySlug } from "../benchmarks/benchmark-by-slug";
import type { ResearcherContext } from "../context";
import { inspectStoredModel } from "../model-files/inspect-stored-model";
import { assembleUpload } from "../model-files/uploads/assemble-upload";
import type { Inspection } from "../onnx/inspection-schema";

/**
 * Inspects one of the viewer's finished uploads for a benchmark, before anything is submitted; with `data`, the upload of the data
 * file that the model names, after both have become one file.
 * @throws RungError what `assembleUpload` throws
 */
export async function inspectUpload({
  ctx,
  input: { upload, data, benchmark },
}: {
  ctx: ResearcherContext;
  input: { upload: string; data?: string | undefined; benchmark: string };
}): Promise<Inspection> {
  const { classes } = await benchmarkBySlug(ctx.db, benchmark);
  const hash = await assembleUpload({ ctx, input: { upload, data } });
  return inspectStoredModel({ ctx, input: { hash, classes: classes.length } });
}
