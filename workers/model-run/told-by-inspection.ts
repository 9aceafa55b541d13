import type { ModelSummary } from "@/server/onnx/inspection-schema";
import { looksAcrossBatch } from "./looks-across-batch";
import type { ShardEvaluation } from "./shard-evaluation";

/** What inspection says about how a model is to be run: its batch where it fixes one, alone where a graph looks across it. */
export function toldByInspection({
  operators,
  input,
  output,
}: ModelSummary): Pick<ShardEvaluation, "alone" | "batch" | "sigmoid"> {
  return {
    ...(looksAcrossBatch(operators) && { alone: true }),
    ...(input.batch && { batch: input.batch }),
    sigmoid: output.sigmoid,
  };
}
