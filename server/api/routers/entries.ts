import { z } from "zod";
import { getEntry } from "../../leaderboards/get-entry";
import { entrySchema, metricSchema, scaleSchema } from "../../leaderboards/leaderboard-schema";
import { publicProcedure, router } from "../trpc";

export const entryQuerySchema = z.object({
  id: z.uuid(),
  testSet: z.string().optional(),
  metric: metricSchema.optional(),
  scale: scaleSchema.optional(),
});

export const entriesRouter = router({
  get: publicProcedure
    .input(entryQuerySchema)
    .output(entrySchema)
    .query(({ ctx, input }) => getEntry({ ctx, input })),
});
