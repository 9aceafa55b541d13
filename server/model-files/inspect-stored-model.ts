import type { Context } from "../context";
import type { Inspection } from "../onnx/inspection-schema";
import { inspectModelFile } from "./inspect-model-file";

/** Inspects a model of the store for a benchmark with so many classes; see `inspectModelFile` for what it throws. */
export async function inspectStoredModel({
  ctx,
  input: { hash, classes },
}: {
  ctx: Pick<Context, "models">;
  input: { hash: string; classes: number };
}): Promise<Inspection> {
  return await ctx.models.withFile(hash, (path) => inspectModelFile({ path, classes }));
}
