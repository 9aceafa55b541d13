import type { DeclaredPreprocessing } from "../../evaluation/preprocessing";
import type { Problem } from "../../problems/problem-schema";
import { problemsOfInput } from "../../problems/problems-of-input";
import { type SubmissionInput, submissionInputSchema } from "../submission-schema";

/** A declaration, as far as it can be read. */
export interface ReadDeclaration {
  /** null if anything is wrong with it */
  input: SubmissionInput | null;
  /** null if the preprocessing itself cannot be read */
  declared: DeclaredPreprocessing | null;
  problems: Problem[];
}

/** Reads what a submitter declares: all that is wrong, field by field, and what can be used all the same. */
export function readDeclaration(declaration: unknown): ReadDeclaration {
  const parsed = submissionInputSchema.safeParse(declaration);
  if (parsed.success) return { input: parsed.data, declared: parsed.data.preprocessing, problems: [] };
  const { preprocessing } = submissionInputSchema.shape;
  const part = preprocessing.safeParse((declaration as { preprocessing?: unknown } | null)?.preprocessing);
  return {
    input: null,
    declared: part.success ? part.data : null,
    problems: problemsOfInput(parsed.error, submissionInputSchema),
  };
}
