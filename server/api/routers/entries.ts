import { z } from "zod";
import { metricSchema } from "../../evaluation/metric-schema";
import { entryErrorsSchema } from "../../leaderboards/errors/entry-errors-schema";
import { getEntryErrors } from "../../leaderboards/errors/get-entry-errors";
import { listPredictions, predictionsSchema } from "../../leaderboards/errors/list-predictions";
import { getEntry } from "../../leaderboards/get-entry";
import { entrySchema } from "../../leaderboards/schemas/entry-schema";
import { scaleSchema } from "../../leaderboards/schemas/fit-schema";
import { publicProcedure, router } from "../trpc";

export const entryQuerySchema = z.object({
  id: z.uuid(),
  testSet: z.string().optional(),
  metric: metricSchema.optional(),
  scale: scaleSchema.optional(),
});

/** `testSet`: one that is public itself; the original one by default. */
export const openAnswersQuerySchema = entryQuerySchema.pick({ id: true, testSet: true });

export const entriesRouter = router({
  get: publicProcedure
    .input(entryQuerySchema)
    .output(entrySchema)
    .query(({ ctx, input }) => getEntry({ ctx, input })),
  errors: publicProcedure
    .input(openAnswersQuerySchema)
    .output(entryErrorsSchema)
    .query(({ ctx, input }) => getEntryErrors({ ctx, input })),
  predictions: publicProcedure
    .input(openAnswersQuerySchema)
    .output(predictionsSchema)
    .query(({ ctx, input }) => listPredictions({ ctx, input })),
});
