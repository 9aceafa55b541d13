import type { Explanation } from "../../db/schema/submissions";
import type { Inspection } from "../onnx/inspection-schema";

/**
 * An inspection's refusals as one explanation: every sentence, with the node concerned, and how to export the model correctly.
 * @param benchmark the slug of the benchmark whose class list a model of another number of classes is led to
 */
export function explainRefusal(inspection: Inspection, benchmark: string): Explanation {
  const sentences = inspection.refusals.map((refusal) =>
    refusal.where ? `${refusal.sentence} (at ${refusal.where})` : refusal.sentence,
  );
  const hints = [...new Set(inspection.refusals.map((refusal) => refusal.hint).filter(Boolean))];
  if (inspection.refusals.some(({ code }) => code === "wrong_classes"))
    hints.push(`The class list: /benchmarks/${benchmark}/classes`);
  return {
    code: inspection.refusals[0]?.code ?? "model_refused",
    message: sentences.join(" "),
    hint: hints.join(" "),
  };
}
