import type { Context } from "../context";
import type { Inspection } from "../onnx/inspection-schema";
import { inspectModelFile } from "./inspect-model-file";

/** Inspects a stored model for a benchmark with `classes` classes; throws what `inspectModelFile` throws. */
export async function inspectStoredModel({
  ctx,
  input: { hash, classes },
}: {
  ctx: Pick<Context, "models">;
  input: { hash: string; classes: number };
}): Promise<Inspection> {
  return await ctx.models.withFile(hash, (path) => inspectModelFile({ path, classes }));
}
