import { expect, test } from "vitest";
import { reasonToWait } from "@/server/submissions/spending/reason-to-wait";

const usual = { asks: false, expected: null, accuracy: 0.75 };

test.each([
  ["nobody asked for anything", {}, null],
  ["it was asked to", { asks: true }, "asked"],
  ["the number expected is met", { expected: 0.76 }, null],
  ["it is met by exactly 2 points, from below", { expected: 0.77 }, null],
  ["it is met by exactly 2 points, from above", { expected: 0.73 }, null],
  ["it is missed by a little more", { expected: 0.7701 }, "expectation_missed"],
  ["it has more than was expected by more than 2 points", { expected: 0.72 }, "expectation_missed"],
  ["the number is met, and it was asked to all the same", { expected: 0.75, asks: true }, "asked"],
])("whether a model waits where %s", (_, given, code) => {
  expect(reasonToWait({ ...usual, ...given })?.code ?? null).toBe(code);
});

test("a missed number is told with the one that came of it", () => {
  expect(reasonToWait({ ...usual, expected: 0.81 })?.message).toBe(
    "You expected 81.0 % on the original test set, and it has 75.0 %.",
  );
});
