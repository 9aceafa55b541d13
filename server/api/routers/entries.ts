import { z } from "zod";
import { metricSchema } from "../../evaluation/metric-schema";
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

export const entriesRouter = router({
  get: publicProcedure
    .input(entryQuerySchema)
    .output(entrySchema)
    .query(({ ctx, input }) => getEntry({ ctx, input })),
});
