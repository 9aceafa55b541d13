import { type ErrorCode, RungError } from "../errors";
import { explainProblems } from "../problems/explain-problems";
import type { Problem } from "../problems/problem-schema";

/** The error that names all these problems. */
export function refusalOf(code: ErrorCode, problems: Problem[]): RungError {
  const { message, hint } = explainProblems(problems);
  return new RungError(code, message, hint, { problems });
}
