import { z } from "zod";
import { metricSchema } from "../../evaluation/metric-schema";
import { trainingSchema } from "../../evaluation/training-schema";
import { benchmarkViewSchema } from "./benchmark-schema";
import { fraction, interval } from "./fraction-schema";
import { shownScoreSchema } from "./score-schema";

/** A row of the table and a point of the plot. Scores on hidden sets are released ones. */
export const leaderboardRowSchema = z.object({
  id: z.uuid().describe("of the entry: /entries/{id}"),
  kind: z.enum(["reference", "entry"]),
  name: z.string(),
  team: z.string().nullable().describe("slug"),
  teamName: z.string().nullable(),
  source: z.string().nullable().describe("citation of a reference result"),
  url: z.string().nullable().describe("address of the source, or of the entry's paper or code"),
  year: z.int().nullable(),
  parameters: z.number().nullable(),
  training: trainingSchema.nullable().describe("how it was trained, as declared"),
  family: z
    .string()
    .nullable()
    .describe("of a reference model: models of one family are resampled, and left out of the fit, together"),
  verified: z.boolean(),
  disqualified: z.boolean().describe("a disqualified entry has no rank and appears in neither fit nor plot"),
  held: z.boolean().describe("a held entry is drawn at its team's rung and has no new accuracy of its own"),
  original: shownScoreSchema.nullable(),
  new: shownScoreSchema
    .nullable()
    .describe(
      "withheld where the entry climbed without it: top-5 and other test sets come at some climbs only",
    ),
  rung: fraction.nullable().describe("the team's released accuracy, if held"),
  gap: fraction.nullable().describe("original minus new accuracy"),
  originalRank: z.int().nullable().describe("of the exact original accuracy"),
  newRank: z.int().nullable(),
  rankRange: z.tuple([z.int(), z.int()]).nullable().describe("new ranks from which it cannot be told apart"),
  deltaRank: z
    .int()
    .nullable()
    .describe(
      "original minus new rank, with the original accuracy rounded like the new one: above 0 if it moved up",
    ),
  residual: fraction
    .nullable()
    .describe(
      "distance from the line of the reference models, fitted without it on the scale that the benchmark judges on",
    ),
  residualInterval: interval.nullable(),
  p: z
    .number()
    .nullable()
    .describe("corrected p-value of the deviation; null if a later climb of its team is tested instead"),
  mark: z.enum(["above", "below"]).nullable(),
  beyond: z
    .boolean()
    .describe(
      "whether its original accuracy lies outside those of the models in the fit: the line is extended there",
    ),
  notInFit: z.string().nullable().describe("why a reference model is excluded from the fit"),
});
export type LeaderboardRow = z.infer<typeof leaderboardRowSchema>;

export const leaderboardSchema = z.object({
  benchmark: benchmarkViewSchema,
  testSet: z.string().nullable(),
  metric: metricSchema,
  page: z.int(),
  pages: z.int(),
  total: z.int(),
  rows: z.array(leaderboardRowSchema),
});
export type Leaderboard = z.infer<typeof leaderboardSchema>;
