import { expect, test } from "vitest";
import { equationText, intervalTexts, sourceText } from "@/app/_components/figure/describe-line";
import { makeFit } from "./make-fit";

test("the line is printed as in the paper, the intercept in points, each interval with what was resampled", () => {
  expect(equationText(makeFit())).toBe("new = 1.11 × original − 20.3");
  expect(intervalTexts(makeFit())).toEqual([
    { over: "models and images", slope: "[1.06, 1.19]", intercept: "[−26.8, −16.5]" },
    { over: "images", slope: "[1.09, 1.13]", intercept: "[−22.0, −19.0]" },
    { over: "models", slope: "[1.08, 1.19]", intercept: "[−26.3, −17.9]" },
  ]);
});

test("in logit and probit the intercept is in the scale's units", () => {
  expect(equationText(makeFit({ scale: "probit", slope: 1.02, intercept: -0.33 }))).toBe(
    "probit(new) = 1.02 × probit(original) − 0.33",
  );
});

test("where nothing is known of the images there is only the interval over models, and without a line none", () => {
  expect(intervalTexts(makeFit({ overImages: null }))).toHaveLength(1);
  const none = makeFit({ slope: null, intercept: null, slopeInterval: null, reason: "no_spread" });
  expect(equationText(none)).toBeNull();
  expect(intervalTexts(none)).toEqual([]);
});

test("an assumed correlation of errors is said to be assumed", () => {
  expect(sourceText("counts")).toContain("assumes");
  expect(sourceText("outcomes")).not.toContain("assumes");
});
