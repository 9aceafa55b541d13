import { z } from "zod";
import { metricSchema } from "../../evaluation/metric-schema";
import { trainingSchema } from "../../evaluation/training-schema";
import { benchmarkViewSchema } from "./benchmark-schema";
import { scaleSchema } from "./fit-schema";
import { fraction } from "./fraction-schema";
import { leaderboardRowSchema } from "./leaderboard-schema";

const { shape } = leaderboardRowSchema;

/** A model beside the line: `x` is its original accuracy. */
const robustnessPointSchema = leaderboardRowSchema
  .pick({
    id: true,
    kind: true,
    name: true,
    training: true,
    residualInterval: true,
    mark: true,
    beyond: true,
  })
  .extend({ x: fraction, residual: shape.residual.unwrap() });
export type RobustnessPoint = z.infer<typeof robustnessPointSchema>;

const robustnessGroupSchema = z.object({
  training: trainingSchema.nullable().describe("null: not declared"),
  models: z.int(),
  fitted: z.int().describe("reference models among them that the line is fitted to"),
  above: z.int().describe("of these, marked above the line"),
  below: z.int(),
  median: fraction.describe("of the distances from the line"),
  least: fraction,
  most: fraction,
});
export type RobustnessGroup = z.infer<typeof robustnessGroupSchema>;

/**
 * The effective robustness of every model with both scores (Taori et al. 2020): its distance from the line of the reference models,
 * on the scale that the benchmark judges on.
 */
export const robustnessSchema = z.object({
  benchmark: benchmarkViewSchema,
  testSet: z.string().nullable(),
  metric: metricSchema,
  scale: scaleSchema.describe("the scale judged on"),
  groups: z.array(robustnessGroupSchema).describe("by how the models were trained"),
  points: z.array(robustnessPointSchema),
});
export type Robustness = z.infer<typeof robustnessSchema>;
