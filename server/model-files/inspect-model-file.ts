import { RungError } from "../errors";
import { type Inspection, inspectionSchema } from "../onnx/inspection-schema";
import { ChildFailure, runChild } from "./run-child";

type InspectionOrder = {
  path: string;
  /** The benchmark's number of classes. */
  classes: number;
  /** The checkout, where the child's source and its packages are. */
  root?: string;
  /** How long the inspection may take; 20 s by default. */
  wallMs?: number;
};

/**
 * Inspects the model file at `path` in a process of its own, so that neither a large nor a hostile file can bloat or stop this
 * one. Throws RungError `not_found` (no such file), `model_refused` (the inspection exceeded `wallMs` or its 384 MB of memory)
 * and `something_broke` (the inspector itself failed).
 */
export async function inspectModelFile(order: InspectionOrder): Promise<Inspection> {
  const { path, classes, root, wallMs = 20_000 } = order;
  try {
    const args = [String(classes), path];
    return inspectionSchema.parse(await runChild({ source: "inspect-child.ts", args, root, wallMs }));
  } catch (error) {
    throw explained(error);
  }
}

function explained(error: unknown): RungError {
  const failure = error instanceof ChildFailure ? error : null;
  if (failure?.stderr.includes("ENOENT"))
    return new RungError("not_found", "The model file is no longer here.", "Upload it again.", {
      cause: error,
    });
  if (failure?.exceeded)
    return new RungError(
      "model_refused",
      "The model file could not be inspected within its limits of time and memory.",
      "Its structure is far larger than an image classifier's. Export it again with a current exporter and its weights in raw_data.",
      { cause: error },
    );
  return new RungError(
    "something_broke",
    "The model file could not be inspected.",
    "Try again; it did not count against your quota.",
    {
      cause: error,
    },
  );
}
