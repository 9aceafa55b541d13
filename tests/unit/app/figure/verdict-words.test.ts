import { expect, test } from "vitest";
import { verdictWords } from "@/app/_components/figure/verdict-words";
import type { FitView } from "@/server/leaderboards/schemas/fit-schema";
import { makeFit } from "./make-fit";

const words = (changes: Partial<FitView> = {}, constantShiftSlope: number | null = 0.96) =>
  verdictWords({
    scale: "logit",
    fit: makeFit({ scale: "logit", slope: 0.93, ...changes }),
    constantShiftSlope,
    range: { lower: 0.5, upper: 0.9 },
  }).join(" ");

/** A fit whose interval over models and images is this; that over models alone always excludes one. */
const over = (lower: number, upper: number, more: Partial<NonNullable<FitView["overImages"]>> = {}) => ({
  overImages: {
    ...makeFit().overImages!,
    both: { ...makeFit().overImages!.both, slope: { lower, upper } },
    ...more,
  },
});

test("only an interval over models and images tells a slope from one", () => {
  expect(words(over(1.06, 1.19))).toContain("[1.06, 1.19], above one");
  expect(words(over(0.98, 1.26))).toContain("not told apart from one");
  expect(words(over(0.8, 0.95))).toContain("below one");
  expect(words(over(-0.1, 0.5))).toContain("not told apart from zero");
  expect(words(over(-0.9, -0.5))).toContain("below zero");
});

test("a slope below one that a constant drop explains is called no sign of wear", () => {
  expect(words(over(0.9, 0.97), 0.96)).toContain("no sign of wear");
  expect(words(over(0.8, 0.9), 0.96)).toContain(
    "Wear of the original set would look like this, and so would",
  );
  expect(words(over(0.98, 1.02), 0.96)).not.toContain("wear");
});

test("a set is harder or easier only where the interval of the average change says so", () => {
  const change = (verdict: "harder" | "easier" | "not_told_apart", lower: number, upper: number) =>
    words({
      change: {
        models: 64,
        mean: (lower + upper) / 2,
        interval: { lower, upper },
        verdict,
        source: "counts",
      },
    });
  expect(change("harder", -0.128, -0.112)).toContain(
    "is harder: −12.0 points [−12.8, −11.2] on average over 64 models",
  );
  expect(change("easier", 0.01, 0.03)).toContain("is easier");
  expect(change("not_told_apart", -0.01, 0.002)).toContain("not told apart from the original one");
});

test("an interval of clamped accuracies is not relied on, and a flattened slope is said to be", () => {
  expect(words(over(0.8, 0.95, { reliable: false }))).toContain("not to be relied on");
  expect(words(over(0.8, 0.95, { attenuation: 0.985 }))).toContain("0.985 on average");
  expect(words(over(0.8, 0.95, { attenuation: 0.995 }))).not.toContain("on average.");
});

test("without an interval it says why", () => {
  expect(words({ overImages: null, pending: true })).toContain("being computed");
  expect(words({ overImages: null, models: 2 })).toContain("too few models");
  expect(words({ overImages: null })).toContain("How many images");
  expect(words({ slope: null, reason: "no_spread" })).toContain("same original accuracy");
  expect(words({ slope: null, reason: "too_few_models" })).toContain("at least two");
});
