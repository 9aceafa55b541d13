import { expect, test } from "vitest";
import { bitsFromText } from "@/server/release/bit-vector";
import { compareAnswers } from "@/server/release/compare-answers";

const answers = (wrong: string, classes: number[]) => ({
  wrong: bitsFromText(wrong)!,
  predictions: new Uint8Array(Int16Array.from(classes).buffer),
});

test("counts the images answered otherwise, also in a class above 255, and those judged otherwise either way", () => {
  const then = answers("0110", [5, 1, -1, 300]);
  const now = answers("0101", [5, 2, 7, 44]);
  expect(compareAnswers(then, now)).toEqual({ otherwise: 3, judgedOtherwise: 2 });
  expect(compareAnswers(then, then)).toEqual({ otherwise: 0, judgedOtherwise: 0 });
});

test("refuses evaluations of different images", () => {
  expect(() => compareAnswers(answers("01", [0, 1]), answers("010", [0, 1, 2]))).toThrow(RangeError);
});
