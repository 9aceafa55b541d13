import type { Problem } from "./problem-schema";

/** Where a problem is, for a reader: "at a", or "at 22 places, the first is a"; empty where no place is known, or the sentence says it. */
export function placeOf({ where, count, sentence }: Pick<Problem, "where" | "count" | "sentence">): string {
  if (count === 1) return where === null || sentence.includes(where) ? "" : `at ${where}`;
  const many = `at ${count.toLocaleString("en")} places`;
  return where === null ? many : `${many}, the first is ${where}`;
}

/** All problems as one message and one hint: every sentence with its place, and each hint once. */
export function explainProblems(problems: Problem[]): { message: string; hint: string } {
  const sentences = problems.map((problem) => {
    const place = placeOf(problem);
    return place ? `${problem.sentence} (${place})` : problem.sentence;
  });
  return {
    message: sentences.join(" "),
    hint: [...new Set(problems.map(({ hint }) => hint))].join(" ").trim(),
  };
}
