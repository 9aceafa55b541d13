import type { Explanation } from "../../db/schema/submissions";
import type { Inspection } from "../onnx/inspection-schema";

/** The refusals of an inspection as one explanation: every sentence, with the node it is about, and how to export it right. */
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
