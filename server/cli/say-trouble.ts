import { explainProblems } from "../problems/explain-problems";
import type { Problem } from "../problems/problem-schema";

/** An error as people read it: its sentence and what to do; of several problems each by itself. */
export function sayTrouble({
  message,
  hint,
  problems = [],
}: {
  message: string;
  hint: string;
  problems?: Problem[] | undefined;
}): string {
  const each =
    problems.length > 1 ? problems.map((problem) => explainProblems([problem])) : [{ message, hint }];
  return each
    .map((words, i) => {
      // Neighbours with the same cure have it once, after the last of them.
      const isLast = words.hint !== each[i + 1]?.hint;
      return `error: ${words.message}\n${words.hint && isLast ? `${words.hint}\n` : ""}`;
    })
    .join("");
}
