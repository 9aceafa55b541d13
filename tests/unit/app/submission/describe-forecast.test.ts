import { expect, test } from "vitest";
import { describeForecast } from "@/app/_components/submission/describe-forecast";
import type { ForecastView } from "@/server/leaderboards/schemas/forecast-schema";

const climb = { rung: 0.69, climbsLeft: 5, differ: 0.16, atLeast: 1, chance: 0.432 };
const forecast: ForecastView = {
  testSet: "New",
  metric: "top1",
  scale: "logit",
  originalAccuracy: 0.81,
  expected: 0.7012,
  interval: { lower: 0.689, upper: 0.713 },
  models: 32,
  beyond: false,
  reason: null,
  step: 0.02,
  climb,
};
const factsOf = (changes: Partial<ForecastView>) =>
  Object.fromEntries(describeForecast({ ...forecast, ...changes }).facts);
const saidOf = (changes: Partial<ForecastView>) =>
  describeForecast({ ...forecast, ...changes }).sentences.join(" ");

test("a forecast has its interval, its chance, and what each rests on", () => {
  expect(factsOf({})).toEqual({
    "Expected on New": "70.1 %",
    "95 % prediction interval": "[68.9, 71.3]",
    "Chance to climb": "43 %",
  });
  const said = saidOf({});
  expect(said).toContain("from the 32 nearest");
  expect(said).toContain("rounded to the nearest 2 points");
  expect(said).toContain("your rung of 69.0 %");
  expect(said).not.toContain("only extended");
  expect(saidOf({ beyond: true })).toContain("only extended");
  expect(saidOf({ climb: { ...climb, atLeast: 2 } })).toContain("asks for 2 steps");
});

test("no chance is called nought or certain, but that of a closed ladder", () => {
  const chanceOf = (changes: Partial<typeof climb>) =>
    factsOf({ climb: { ...climb, ...changes } })["Chance to climb"];
  expect(chanceOf({ chance: 0.0004 })).toBe("under 1 %");
  expect(chanceOf({ chance: 0.9999 })).toBe("over 99 %");
  expect(chanceOf({ chance: 0, climbsLeft: 0 })).toBe("none: the ladder is closed");
});

test("a first score needs no chance, and who is not signed in has none", () => {
  const first = { climb: { ...climb, rung: null, chance: null } };
  expect(factsOf(first)["Chance to climb"]).toBe("a first score is released");
  expect(saidOf(first)).not.toContain("your rung");
  expect(factsOf({ climb: null })).not.toHaveProperty("Chance to climb");
});

test.each(["no_test_set", "too_few_models", "no_spread", "zero_or_one"] as const)(
  "where there is none (%s), it says why and gives no number",
  (reason) => {
    const none = { expected: null, interval: null, reason };
    expect(factsOf(none)).toEqual({});
    expect(saidOf(none)).toMatch(/^There is no forecast[^0-9]+$/);
  },
);
