import type { Context } from "../context";
import type { Inspection } from "../onnx/inspection-schema";
import { inspectModelFile } from "./inspect-model-file";

const mostRemembered = 200;
const remembered = new Map<string, Promise<Inspection>>();

/**
 * Inspects a stored model for a benchmark with `classes` classes; throws what `inspectModelFile` throws. The last ones are remembered:
 * a file is named by its contents, and a form asks again with every change of a field.
 */
export async function inspectStoredModel({
  ctx,
  input: { hash, classes },
}: {
  ctx: Pick<Context, "models">;
  input: { hash: string; classes: number };
}): Promise<Inspection> {
  const key = `${hash} ${classes}`;
  const known = remembered.get(key);
  if (known) return await known;
  const inspecting = ctx.models.withFile(hash, (path) => inspectModelFile({ path, classes }));
  remembered.set(key, inspecting);
  inspecting.catch(() => remembered.delete(key));
  if (remembered.size > mostRemembered) remembered.delete(remembered.keys().next().value!);
  return await inspecting;
}
