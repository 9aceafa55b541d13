import type { ForecastView } from "@/server/leaderboards/schemas/forecast-schema";
import { counted } from "../numbers/count";
import { percent, percentInterval } from "../numbers/percent";

/** A forecast in words: its numbers with what they are, and what they rest on. */
export function describeForecast(forecast: ForecastView): {
  facts: [term: string, value: string][];
  sentences: string[];
} {
  const { testSet, expected, interval, models, scale, beyond, step, climb, reason } = forecast;
  if (expected === null || interval === null) return { facts: [], sentences: [noForecast[reason!]] };
  const chance = climb && chanceText(climb);
  return {
    facts: [
      [`Expected on ${testSet}`, `${percent(expected)} %`],
      ["95 % prediction interval", percentInterval(interval)],
      ...(chance ? ([["Chance to climb", chance]] satisfies [string, string][]) : []),
    ],
    sentences: [
      `A forecast from the original accuracy alone, for one more model like the reference models: from the ${models} nearest, on the ${scale} scale.`,
      ...(beyond ? ["It lies outside theirs, where the line is only extended."] : []),
      ...(step ? [`What is released is rounded to the nearest ${stepText(step)}.`] : []),
      ...(climb?.chance ? [whatChance(climb)] : []),
    ],
  };
}

type Climb = NonNullable<ForecastView["climb"]>;

const noForecast: Record<NonNullable<ForecastView["reason"]>, string> = {
  no_test_set: "There is no forecast: the benchmark has no new test set.",
  too_few_models: "There is no forecast: it takes three reference models with scores on both test sets.",
  no_spread: "There is no forecast: the nearest reference models all have the same original accuracy.",
  zero_or_one: "There is no forecast for a model that is never right, or always.",
};

const stepText = (step: number) => (step === 0.01 ? "point" : counted(100 * step, "point"));

function chanceText({ rung, climbsLeft, chance }: Climb): string | null {
  if (climbsLeft === 0) return "none: the ladder is closed";
  if (rung === null) return "a first score is released";
  if (chance === null) return null;
  return chance < 0.01 ? "under 1 %" : chance > 0.99 ? "over 99 %" : `${Math.round(100 * chance)} %`;
}

function whatChance({ rung, differ, atLeast }: Climb): string {
  const asking = atLeast > 1 ? ` and asks for ${atLeast} steps` : "";
  return `The chance is from your rung of ${percent(rung!)} %, where the exact accuracy may be anything that rounds to it, if the model differs from the one there on ${Math.round(100 * differ)} % of the images, as neighbours do${asking}.`;
}
