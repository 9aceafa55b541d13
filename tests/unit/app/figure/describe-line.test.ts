import { expect, test } from "vitest";
import { equationText, intervalsText, meaningOfLine } from "@/app/_components/figure/describe-line";
import { makeFit } from "./make-fit";

test("the line is printed as in the paper, the intercept in points", () => {
  expect(equationText(makeFit())).toBe("new = 1.11 × original − 20.3");
  expect(intervalsText(makeFit())).toBe("slope [1.08, 1.19], intercept [−26.3, −17.9]");
});

test("in logit and probit the intercept is in the scale's units", () => {
  expect(equationText(makeFit({ scale: "probit", slope: 1.02, intercept: -0.33 }))).toBe(
    "probit(new) = 1.02 × probit(original) − 0.33",
  );
});

test("only an interval that excludes one makes a slope differ from one", () => {
  const meaning = (lower: number, upper: number) =>
    meaningOfLine(makeFit({ slopeInterval: { lower, upper } }), -0.1);
  expect(meaning(1.08, 1.19)).toContain("slope is above one");
  expect(meaning(0.98, 1.26)).toContain("cannot be distinguished from one");
  expect(meaning(0.8, 0.95)).toContain("slope is below one");
  expect(meaning(-0.1, 0.5)).toContain("cannot be distinguished from zero");
});

test("a set is called harder only when accuracy drops", () => {
  expect(meaningOfLine(makeFit(), -0.1187)).toContain("harder");
  expect(meaningOfLine(makeFit(), 0.0213)).toContain("easier");
  expect(meaningOfLine(makeFit(), 0)).not.toMatch(/harder|easier/);
});

test("without a line it says why", () => {
  const none = makeFit({ slope: null, intercept: null, slopeInterval: null, reason: "no_spread" });
  expect(equationText(none)).toBeNull();
  expect(meaningOfLine(none, null)).toContain("same original accuracy");
});

test("an interval still being computed is not described as one that cannot be", () => {
  const pending = makeFit({ slopeInterval: null, interceptInterval: null, pending: true });
  expect(meaningOfLine(pending, null)).toContain("being computed");
  expect(meaningOfLine({ ...pending, pending: false, models: 2 }, null)).toContain("too few models");
});
