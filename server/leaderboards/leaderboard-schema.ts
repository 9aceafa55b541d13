import { z } from "zod";
import { metric } from "../../db/schema/scores";
import { testSetRole } from "../../db/schema/test-sets";
import { poolMeterSchema } from "../audit/meters/meter-schema";
import { scoreSchema } from "../release/released-score";

const fraction = z.number();
const interval = z.object({ lower: fraction, upper: fraction });

export const scaleSchema = z.enum(["linear", "logit", "probit"]);
export const metricSchema = z.enum(metric.enumValues);
export type Metric = z.infer<typeof metricSchema>;

/** A published result of which only a printed accuracy is known, not the count: reference models only. */
const printedScoreSchema = z.object({
  testSet: z.string(),
  metric: metricSchema,
  kind: z.literal("printed"),
  correct: z.null(),
  total: z.int().min(1).nullable(),
  accuracy: fraction,
  interval: interval.nullable().describe("as printed"),
});

/** Any score that a table shows: exact, released, or as printed. */
const shownScoreSchema = z.union([printedScoreSchema, scoreSchema]);
export type ShownScore = z.infer<typeof shownScoreSchema>;

/** A row of the table and a point of the plot. Everything about hidden sets is released. */
const leaderboardRowSchema = z.object({
  id: z.uuid().describe("of the entry: /entries/{id}"),
  kind: z.enum(["reference", "entry"]),
  name: z.string(),
  team: z.string().nullable().describe("slug"),
  teamName: z.string().nullable(),
  source: z.string().nullable().describe("citation of a reference result"),
  url: z.string().nullable().describe("the source's, or the entry's paper or code"),
  year: z.int().nullable(),
  parameters: z.number().nullable(),
  verified: z.boolean(),
  disqualified: z.boolean().describe("it has no rank and enters no fit and no plot"),
  held: z.boolean().describe("a held entry is drawn at its team's rung and has no new accuracy of its own"),
  original: shownScoreSchema.nullable(),
  new: shownScoreSchema.nullable(),
  rung: fraction.nullable().describe("the team's released accuracy, where held"),
  gap: fraction.nullable().describe("original minus new accuracy"),
  originalRank: z.int().nullable().describe("at the rounding of the new accuracy"),
  newRank: z.int().nullable(),
  rankRange: z.tuple([z.int(), z.int()]).nullable().describe("new ranks that it cannot be told apart from"),
  deltaRank: z.int().nullable().describe("original minus new rank: above 0 for one that moved up"),
  residual: fraction.nullable().describe("from the line of the reference models, fitted without it"),
  residualInterval: interval.nullable(),
  p: z
    .number()
    .nullable()
    .describe("corrected p-value of the deviation; null where a later climb of its team is tested"),
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
  band: z.array(
    z.object({ x: fraction, line: fraction, lower: fraction.nullable(), upper: fraction.nullable() }),
  ),
  pending: z.boolean().describe("the line is current, the bootstrap is still being computed"),
});
export type FitView = z.infer<typeof fitSchema>;

const testSetViewSchema = z.object({
  name: z.string(),
  role: z.enum(testSetRole.enumValues),
  description: z.string(),
  images: z.int().nullable().describe("guarded images, or what published results were counted over"),
  evaluable: z.boolean(),
  primary: z.boolean().describe("its top-1 count decides for its pool"),
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
  residual: leaderboardRowSchema.shape.residual,
});
export type PlotPoint = z.infer<typeof plotPointSchema>;

/** A climb of a pool's global ladder. */
const recordSchema = z.object({
  pool: z.string(),
  id: z.uuid().describe("of the entry"),
  name: z.string(),
  team: z.string(),
  teamName: z.string(),
  accuracy: fraction.describe("released"),
  at: z.iso.datetime(),
});
export type RecordView = z.infer<typeof recordSchema>;

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
  entries: z.int().describe("scored submissions, held ones included"),
  record: recordSchema.nullable().describe("the latest"),
});
export type BenchmarkView = z.infer<typeof benchmarkViewSchema>;

/** Public meter of a pool: what it has given away so far. */
const meterSchema = poolMeterSchema
  .pick({
    pool: true,
    images: true,
    climbs: true,
    records: true,
    firstReleases: true,
    firstReleaseBudget: true,
    bits: true,
    ceiling: true,
    simulated: true,
  })
  .extend({ policy: z.string().describe("kind of the release policy"), scored: z.int() });
export type Meter = z.infer<typeof meterSchema>;
export const benchmarkMetersSchema = z.object({
  slug: z.string(),
  name: z.string(),
  meters: z.array(meterSchema),
});
export type BenchmarkMeters = z.infer<typeof benchmarkMetersSchema>;

/** The average change from original to new accuracy over the reference models, as in the source paper's table 2. */
const changeSchema = z.object({
  testSet: z.string(),
  top1: fraction.nullable(),
  top5: fraction.nullable(),
  models: z.int().describe("reference models with a top-1 result on both"),
});
export type Change = z.infer<typeof changeSchema>;

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

/** What stands in and beside the figure, but for its points: thousands of them are read only where a drawing is made anew. */
export const figureFactsSchema = z.object({
  benchmark: z.uuid(),
  revision: z.int().describe("what was drawn of this revision, with this line, need not be drawn again"),
  testSet: z.string().nullable(),
  metric: metricSchema,
  shown: z.int().describe("how many points there are"),
  kinds: z.array(plotPointSchema.pick({ kind: true, held: true, mark: true })).describe("those that occur"),
  fit: fitSchema,
  deviations: z.array(leaderboardRowSchema),
  changes: z.array(changeSchema),
  meters: z.array(meterSchema),
  records: z.array(recordSchema).describe("newest first"),
});
export type FigureFacts = z.infer<typeof figureFactsSchema>;

/** What the figure needs: all points, the line and what stands beside it. */
export const figureSchema = figureFactsSchema.extend({ points: z.array(plotPointSchema) });
export type Figure = z.infer<typeof figureSchema>;

const flag = z.union([z.boolean(), z.stringbool()]);
/** A form without JavaScript sends every field, empty ones too. */
const filled = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);
const wholeNumber = filled(z.coerce.number().int().optional());

export const leaderboardQuerySchema = z.object({
  slug: z.string(),
  testSet: filled(z.string().optional()),
  metric: filled(metricSchema.default("top1")),
  scale: filled(scaleSchema.default("linear")),
  points: filled(z.enum(["reference", "climbed"]).default("reference")),
  page: filled(z.coerce.number().int().min(1).default(1)),
  search: z.string().max(100).default(""),
  team: filled(z.string().optional()),
  yearFrom: wholeNumber,
  yearTo: wholeNumber,
  minParameters: wholeNumber,
  maxParameters: wholeNumber,
  verified: filled(flag.default(false)),
  kind: filled(z.enum(["all", "reference", "entry"]).default("all")),
  sort: filled(
    z.enum(["originalRank", "newRank", "name", "gap", "deltaRank", "residual"]).default("originalRank"),
  ),
  descending: filled(flag.default(false)),
});
export type LeaderboardQuery = z.infer<typeof leaderboardQuerySchema>;

/** What the paper's section 2 splits the change of an entry into; signs as there, below 0 for a drop. */
const gapsSchema = z.object({
  total: fraction,
  generalization: interval.describe("bounded by the new score's interval"),
  remainder: interval.describe("adaptivity to the original set and distribution gap together"),
});

/** One submission of the entry's team, in order: what was released of it on this test set and metric. */
const historySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  at: z.iso.datetime().nullable(),
  decision: z.enum(["climbed", "held"]).nullable(),
  accuracy: fraction.nullable(),
});

export const entrySchema = leaderboardRowSchema.extend({
  benchmark: benchmarkViewSchema,
  testSet: z.string().nullable(),
  metric: metricSchema,
  submission: z.uuid().nullable().describe("where it was evaluated here"),
  reason: z.string().nullable().describe("why it was disqualified"),
  scores: z.array(shownScoreSchema).describe("on every test set and metric"),
  gaps: gapsSchema.nullable(),
  history: z.array(historySchema),
});
export type Entry = z.infer<typeof entrySchema>;
