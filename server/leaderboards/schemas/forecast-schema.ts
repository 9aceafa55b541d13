import { z } from "zod";
import { metricSchema } from "../../evaluation/metric-schema";
import { scaleSchema } from "./fit-schema";
import { fraction, interval } from "./fraction-schema";
import { leaderboardQuerySchema } from "./leaderboard-query";

const { slug, testSet, metric } = leaderboardQuerySchema.shape;
const originalError = "originalAccuracy is a fraction, such as 0.81 for 81 %";
const stepsError = "atLeast is a whole number of steps, from 1 to 1000";

/** Which forecast: of a model with this original accuracy that asks for a gain of `atLeast` steps. */
export const forecastQuerySchema = z.object({
  slug,
  testSet,
  metric,
  originalAccuracy: z.coerce.number(originalError).positive(originalError).max(1, originalError),
  atLeast: z.coerce.number().int(stepsError).min(1, stepsError).max(1000, stepsError).default(1),
});
export type ForecastQuery = z.infer<typeof forecastQuerySchema>;

/** What a model of some original accuracy will score on a new test set, if it is like the reference models. */
export const forecastSchema = z.object({
  testSet: z.string().nullable(),
  metric: metricSchema,
  scale: scaleSchema.describe("the scale that the benchmark judges on"),
  originalAccuracy: fraction,
  expected: fraction.nullable().describe("the line at this accuracy"),
  interval: interval
    .nullable()
    .describe("95 % prediction interval for the accuracy of one more model, before any rounding"),
  models: z.int().describe("the reference models that it rests on: those nearest in original accuracy"),
  beyond: z
    .boolean()
    .describe("the accuracy lies outside those of the reference models, where the line is only extended"),
  reason: z
    .enum(["no_test_set", "too_few_models", "no_spread", "zero_or_one"])
    .nullable()
    .describe("why there is no forecast"),
  step: fraction
    .nullable()
    .describe("what a released accuracy is rounded to the nearest multiple of; null: nothing is rounded"),
  climb: z
    .object({
      rung: fraction.nullable().describe("your team's released accuracy; null: a first score is released"),
      climbsLeft: z.int().nullable().describe("null: no limit"),
      differ: fraction.describe(
        "share of images on which the model is taken to be right and the one on your rung wrong, or the reverse",
      ),
      atLeast: z.int().describe("the gain asked for, in steps"),
      chance: z
        .number()
        .nullable()
        .describe(
          "that it climbs, from the released rung alone: the exact accuracy there may be anything that rounds to it; null without a rung, a forecast or a gated ladder",
        ),
    })
    .nullable()
    .describe("of a team, where this test set and metric decide"),
});
export type ForecastView = z.infer<typeof forecastSchema>;
