import { z } from "zod";
import { testSetRole } from "../../../db/schema/test-sets";
import { forMetrics } from "../../evaluation/by-metric";
import { metricSchema } from "../../evaluation/metric-schema";
import { recordSchema } from "./benchmark-schema";
import { fitSchema, scaleSchema } from "./fit-schema";
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

/**
 * The average change from original to new accuracy over the reference models of the fit, as in the source paper's table 2; the interval
 * is null where numbers of images are unknown.
 */
const changeSchema = z.object({
  testSet: z.string(),
  ...forMetrics(() =>
    z.object({ models: z.int(), mean: fraction, interval: interval.nullable() }).nullable(),
  ),
});
export type Change = z.infer<typeof changeSchema>;

/** One verdict for all scales, from the reference models on the scale that the benchmark judges on. */
const verdictSchema = z.object({
  scale: scaleSchema.describe("the scale judged on, whatever is drawn"),
  fit: fitSchema.omit({ band: true }),
  constantShiftSlope: z
    .number()
    .nullable()
    .describe(
      "the slope, on the scale judged on, if the probit of every model's accuracy fell by one constant, of the observed size",
    ),
  range: interval.nullable().describe("original accuracies of the models of the fit"),
});
export type Verdict = z.infer<typeof verdictSchema>;

/** How straight the line of the reference models is on a scale, and what letting excluded ones in would change. */
const lineShapeSchema = z.object({
  scale: scaleSchema,
  curvature: z
    .number()
    .nullable()
    .describe("Student's t of the quadratic term; it takes models for independent, so it is a description"),
  leaveOneOutError: fraction
    .nullable()
    .describe("root mean square of new accuracy minus the line without the model and its family"),
  withExcluded: z
    .object({ models: z.int(), slope: z.number(), intercept: z.number() })
    .nullable()
    .describe(
      "the line with the models that are left out of the fit for a reason; null where there are none",
    ),
});
export type LineShape = z.infer<typeof lineShapeSchema>;

/** Who leads on the new test set, and how surely. */
const leadersSchema = z.object({
  models: z
    .array(leaderboardRowSchema.pick({ id: true, name: true, teamName: true }))
    .describe("those with the best new accuracy shown"),
  accuracy: fraction,
  notToldApart: z
    .int()
    .describe("models of a lower rank that may be as good: no interval lies wholly above theirs"),
  ranked: z.int().describe("models with a rank"),
});
export type Leaders = z.infer<typeof leadersSchema>;

/** Everything in and beside the figure except its points, which are read only when it is drawn again. */
export const figureFactsSchema = z.object({
  benchmark: z.uuid(),
  revision: z.int().describe("a drawing of this revision, with this line, is still current"),
  testSet: z.string().nullable(),
  role: z.enum(testSetRole.enumValues).nullable().describe("of the new test set: `public` has no ladder"),
  metric: metricSchema,
  shown: z.int().describe("number of points"),
  leaders: leadersSchema.nullable(),
  step: z
    .number()
    .nullable()
    .describe("released accuracies are multiples of this fraction; null where exact"),
  sources: z.array(z.string()).describe("citations of the reference results"),
  kinds: z
    .array(plotPointSchema.pick({ kind: true, held: true, mark: true }))
    .describe("the kinds of points that occur"),
  fit: fitSchema,
  verdict: verdictSchema,
  shapes: z.array(lineShapeSchema).describe("one for each scale"),
  deviations: z.array(leaderboardRowSchema),
  changes: z.array(changeSchema),
  meters: z.array(meterSchema),
  records: z.array(recordSchema).describe("of the new test set, newest first"),
});
export type FigureFacts = z.infer<typeof figureFactsSchema>;

/** The whole figure: all points, the line and everything beside it. */
export const figureSchema = figureFactsSchema.extend({ points: z.array(plotPointSchema) });
export type Figure = z.infer<typeof figureSchema>;
