import type { Explanation } from "../../db/schema/submissions";
import type { Inspection } from "../onnx/inspection-schema";

/** An inspection's refusals as one explanation: every sentence, with the node concerned, and how to export the model correctly. */
export function explainRefusal(inspection: Inspection): Explanation {
  const sentences = inspection.refusals.map((refusal) =>
    refusal.where ? `${refusal.sentence} (at ${refusal.where})` : refusal.sentence,
  );
  const hints = [...new Set(inspection.refusals.map((refusal) => refusal.hint).filter(Boolean))];
  return {
    code: inspection.refusals[0]?.code ?? "model_refused",
    message: sentences.join(" "),
    hint: hints.join(" "),
  };
}
