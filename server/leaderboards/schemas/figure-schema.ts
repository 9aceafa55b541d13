import { z } from "zod";
import { forMetrics } from "../../evaluation/by-metric";
import { metricSchema } from "../../evaluation/metric-schema";
import { recordSchema } from "./benchmark-schema";
import { fitSchema } from "./fit-schema";
import { fraction, interval } from "./fraction-schema";
import { leaderboardRowSchema } from "./leaderboard-schema";
import { meterSchema } from "./public-meter-schema";

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

/** The average change from original to new accuracy over the reference models, as in the source paper's table 2. */
const changeSchema = z.object({
  testSet: z.string(),
  ...forMetrics(() => fraction.nullable()),
  models: z.int().describe("reference models with a top-1 result on both"),
});
export type Change = z.infer<typeof changeSchema>;

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
