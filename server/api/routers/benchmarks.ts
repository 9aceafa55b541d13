import { z } from "zod";
import { classListSchema, listClasses } from "../../benchmarks/list-classes";
import { getBenchmark } from "../../leaderboards/get-benchmark";
import { listBenchmarks } from "../../leaderboards/list-benchmarks";
import { benchmarkViewSchema } from "../../leaderboards/schemas/benchmark-schema";
import { publicProcedure, router } from "../trpc";

export const benchmarksRouter = router({
  list: publicProcedure.output(z.array(benchmarkViewSchema)).query(({ ctx }) => listBenchmarks({ ctx })),
  get: publicProcedure
    .input(z.object({ slug: z.string() }))
    .output(benchmarkViewSchema)
    .query(({ ctx, input }) => getBenchmark({ ctx, input })),
  classes: publicProcedure
    .input(z.object({ slug: z.string() }))
    .output(classListSchema)
    .query(({ ctx, input }) => listClasses({ ctx, input })),
});
