import { z } from "zod";
import { testSetRole } from "../../../db/schema/test-sets";
import { forMetrics } from "../../evaluation/by-metric";
import { metricSchema } from "../../evaluation/metric-schema";
import { recordSchema } from "./benchmark-schema";
import { fitSchema } from "./fit-schema";
import { fraction, interval } from "./fraction-schema";
import { leaderboardRowSchema } from "./leaderboard-schema";
import { meterSchema } from "./public-meter-schema";

/** One point of the plot: `[x, y]` are fractions; a held entry's `y` is its team's rung. */
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

/** The average change from original to new accuracy over the reference models, as in the source paper's table 2. */
const changeSchema = z.object({
  testSet: z.string(),
  ...forMetrics(() => fraction.nullable()),
  models: z.int().describe("reference models with a top-1 result on both"),
});
export type Change = z.infer<typeof changeSchema>;

/** Everything in and beside the figure except its points, which are read only when it is drawn again. */
export const figureFactsSchema = z.object({
  benchmark: z.uuid(),
  revision: z.int().describe("a drawing of this revision, with this line, is still current"),
  testSet: z.string().nullable(),
  role: z.enum(testSetRole.enumValues).nullable().describe("of the new test set: `public` has no ladder"),
  metric: metricSchema,
  shown: z.int().describe("number of points"),
  kinds: z
    .array(plotPointSchema.pick({ kind: true, held: true, mark: true }))
    .describe("the kinds of points that occur"),
  fit: fitSchema,
  deviations: z.array(leaderboardRowSchema),
  changes: z.array(changeSchema),
  meters: z.array(meterSchema),
  records: z.array(recordSchema).describe("of the new test set, newest first"),
});
export type FigureFacts = z.infer<typeof figureFactsSchema>;

/** The whole figure: all points, the line and everything beside it. */
export const figureSchema = figureFactsSchema.extend({ points: z.array(plotPointSchema) });
export type Figure = z.infer<typeof figureSchema>;
