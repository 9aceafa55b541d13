import { expect, test } from "vitest";
import { explainProblems } from "@/server/problems/explain-problems";

test("several problems are one message with every place, and each hint once", () => {
  const problems = [
    { where: "norm0", count: 22, sentence: "It trains.", hint: "Export again." },
    { where: "odd", count: 1, sentence: "It is unknown.", hint: "Export again." },
    { where: "paper", count: 1, sentence: "There is no field paper.", hint: "Update." },
    { where: null, count: 1, sentence: "It is old.", hint: "Update." },
  ];
  expect(explainProblems(problems)).toEqual({
    message:
      "It trains. (at 22 places, the first is norm0) It is unknown. (at odd) There is no field paper. It is old.",
    hint: "Export again. Update.",
  });
});
