import { z } from "zod";
import { fitSchema, metricSchema, plotPointSchema } from "../leaderboards/leaderboard-schema";

/** The line of a test set and metric, with the points of its plot. */
export const fitAnswerSchema = z.object({
  testSet: z.string().nullable(),
  metric: metricSchema,
  ...fitSchema.shape,
  points: z.array(plotPointSchema),
});
