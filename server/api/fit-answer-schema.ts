import { z } from "zod";
import { metricSchema } from "../evaluation/metric-schema";
import { plotPointSchema } from "../leaderboards/schemas/figure-schema";
import { fitSchema } from "../leaderboards/schemas/fit-schema";

/** The line of a test set and metric, with the points of its plot. */
export const fitAnswerSchema = z.object({
  testSet: z.string().nullable(),
  metric: metricSchema,
  ...fitSchema.shape,
  points: z.array(plotPointSchema),
});
