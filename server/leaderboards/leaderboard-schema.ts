import { z } from "zod";
import { metric } from "../../db/schema/scores";
import { testSetRole } from "../../db/schema/test-sets";
import { scoreSchema } from "../release/released-score";

const fraction = z.number();
const interval = z.object({ lower: fraction, upper: fraction });

export const scaleSchema = z.enum(["linear", "logit", "probit"]);
export const metricSchema = z.enum(metric.enumValues);

/** A row of the table and a point of the plot. Everything about hidden sets is released. */
export const leaderboardRowSchema = z.object({
  id: z.uuid().describe("of the entry: /entries/{id}"),
  kind: z.enum(["reference", "entry"]),
  name: z.string(),
  team: z.string().nullable(),
  source: z.string().nullable().describe("citation of a reference result"),
  year: z.int().nullable(),
  parameters: z.number().nullable(),
  verified: z.boolean(),
  held: z.boolean().describe("a held entry is drawn at its team's rung and has no new accuracy of its own"),
  original: scoreSchema.nullable(),
  new: scoreSchema.nullable(),
  rung: fraction.nullable().describe("the team's released accuracy, where held"),
  gap: fraction.nullable(),
  originalRank: z.int().nullable(),
  newRank: z.int().nullable(),
  rankRange: z.tuple([z.int(), z.int()]).nullable().describe("new ranks that it cannot be told apart from"),
  deltaRank: z.int().nullable(),
  residual: fraction.nullable(),
  residualInterval: interval.nullable(),
  p: z.number().nullable().describe("corrected p-value of the deviation"),
  mark: z.enum(["above", "below"]).nullable(),
  notInFit: z.string().nullable().describe("why a reference model is kept out of the fit"),
});
export type LeaderboardRow = z.infer<typeof leaderboardRowSchema>;

export const fitSchema = z.object({
  scale: scaleSchema,
  models: z.int(),
  slope: z.number().nullable(),
  intercept: z.number().nullable(),
  slopeInterval: interval.nullable(),
  interceptInterval: interval.nullable(),
  r2: z.number().nullable(),
  residualSd: z.number().nullable(),
  resamples: z.int(),
  droppedResamples: z.int(),
  reason: z.enum(["too_few_models", "no_spread"]).nullable(),
  band: z.array(z.object({ x: fraction, line: fraction, lower: fraction.nullable(), upper: fraction.nullable() })),
  pending: z.boolean().describe("the line is current, the bootstrap is still being computed"),
});
export type FitView = z.infer<typeof fitSchema>;

export const testSetViewSchema = z.object({
  name: z.string(),
  role: z.enum(testSetRole.enumValues),
  description: z.string(),
  images: z.int().nullable(),
  evaluable: z.boolean(),
});

/** One point of the plot: `[x, y]` are fractions, `y` of a held entry its team's rung. */
export const plotPointSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(["reference", "entry"]),
  held: z.boolean(),
  mark: z.enum(["above", "below"]).nullable(),
  x: fraction,
  y: fraction,
  xInterval: interval.nullable(),
  yInterval: interval.nullable(),
});
export type PlotPoint = z.infer<typeof plotPointSchema>;

export const benchmarkViewSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  classes: z.array(z.string()),
  inputSize: z.tuple([z.int(), z.int(), z.int()]),
  testSets: z.array(testSetViewSchema),
  metrics: z.array(metricSchema),
  accepting: z.boolean().describe("it has an original and a hidden test set that can be evaluated"),
  references: z.int(),
  entries: z.int(),
});
export type BenchmarkView = z.infer<typeof benchmarkViewSchema>;

/** Public meter of a pool: what it has given away so far. */
export const meterSchema = z.object({
  pool: z.string(),
  policy: z.string(),
  images: z.int(),
  scored: z.int(),
  climbs: z.int(),
  firstReleases: z.int(),
  firstReleaseBudget: z.int(),
  bits: z.number(),
  ceiling: z.number().describe("theorem's ceiling of the expected bias, fraction"),
});

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

/** What the figure needs: all points, the line and what stands beside it. */
export const figureSchema = z.object({
  testSet: z.string().nullable(),
  metric: metricSchema,
  points: z.array(plotPointSchema),
  fit: fitSchema,
  deviations: z.array(leaderboardRowSchema),
  changes: z.array(
    z.object({ testSet: z.string(), top1: fraction.nullable(), top5: fraction.nullable(), models: z.int() }),
  ),
  meters: z.array(meterSchema),
});
export type Figure = z.infer<typeof figureSchema>;

export const leaderboardQuerySchema = z.object({
  slug: z.string(),
  testSet: z.string().optional(),
  metric: metricSchema.default("top1"),
  scale: scaleSchema.default("linear"),
  points: z.enum(["reference", "climbed"]).default("reference"),
  page: z.coerce.number().int().min(1).default(1),
  search: z.string().max(100).default(""),
  team: z.string().optional(),
  yearFrom: z.coerce.number().int().optional(),
  yearTo: z.coerce.number().int().optional(),
  minParameters: z.coerce.number().optional(),
  maxParameters: z.coerce.number().optional(),
  verified: z.coerce.boolean().default(false),
  kind: z.enum(["all", "reference", "entry"]).default("all"),
  sort: z.enum(["originalRank", "newRank", "name", "gap", "deltaRank", "residual"]).default("originalRank"),
  descending: z.coerce.boolean().default(false),
});
export type LeaderboardQuery = z.infer<typeof leaderboardQuerySchema>;

export const entrySchema = leaderboardRowSchema.extend({
  benchmark: benchmarkViewSchema,
  testSet: z.string().nullable(),
  submission: z.uuid().nullable(),
});
export type Entry = z.infer<typeof entrySchema>;
