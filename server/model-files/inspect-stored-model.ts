import { join } from "node:path";
import type { Inspection } from "../onnx/inspection-schema";
import { inspectModelFile } from "./inspect-model-file";
import { modelFilePath } from "./model-file-path";

/** Inspects a model of the store for a benchmark with so many classes; see `inspectModelFile` for what it throws. */
export function inspectStoredModel(given: {
  dataDir: string;
  hash: string;
  classes: number;
}): Promise<Inspection> {
  const { dataDir, hash, classes } = given;
  return inspectModelFile({ path: modelFilePath(dataDir, hash), classes, workDir: join(dataDir, "cache") });
}
