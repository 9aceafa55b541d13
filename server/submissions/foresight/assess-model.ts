import { type CompletePreprocessing, completePreprocessing } from "../../evaluation/complete-preprocessing";
import { explainFeeding } from "../../evaluation/explain-feeding";
import type { DeclaredPreprocessing } from "../../evaluation/preprocessing";
import type { Inspection } from "../../onnx/inspection-schema";
import type { Problem } from "../../problems/problem-schema";

/** What will happen with a model and its declared preprocessing. */
export interface Assessment {
  /** All that is wrong with either; empty if it will be evaluated. */
  problems: Problem[];
  /** In sentences: what was assumed and what is out of the ordinary; warnings are the inspection's. */
  notes: string[];
  /** null if it cannot be completed */
  preprocessing: CompletePreprocessing | null;
}

/**
 * Says what will happen with a model: the one rule for the page's report, submissions, references and `rung evaluate`.
 * @param given.declared null if it cannot be read
 */
export function assessModel(given: {
  inspection: Inspection;
  declared: DeclaredPreprocessing | null;
  benchmark: { slug?: string; classes: readonly string[]; inputSize: readonly [number, number, number] };
}): Assessment {
  const { inspection, declared, benchmark } = given;
  const { model } = inspection;
  const refusals = inspection.refusals.map(({ code, where, count, sentence, hint }) => ({
    where,
    count,
    sentence,
    hint: code === "wrong_classes" && benchmark.slug ? `${hint} ${whereClassesAre(benchmark.slug)}` : hint,
  }));
  if (!model || !declared) return { problems: refusals, notes: [], preprocessing: null };
  const completed = completePreprocessing({
    declared,
    model: model.input,
    defaultSize: benchmark.inputSize,
  });
  if (!completed.ok)
    return { problems: [...refusals, ...completed.problems], notes: [], preprocessing: null };
  const { preprocessing, assumed } = completed;
  const fed = explainFeeding({ preprocessing, model, classes: benchmark.classes });
  return { problems: refusals, notes: [...assumed, ...fed], preprocessing };
}

function whereClassesAre(slug: string): string {
  return `The class list: /benchmarks/${slug}/classes`;
}
