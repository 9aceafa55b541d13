import { z } from "zod";
import { getBenchmark } from "../../benchmarks/get-benchmark";
import { listBenchmarks } from "../../benchmarks/list-benchmarks";
import { benchmarkViewSchema } from "../../leaderboards/leaderboard-schema";
import { publicProcedure, router } from "../trpc";

export const benchmarksRouter = router({
  list: publicProcedure.output(z.array(benchmarkViewSchema)).query(({ ctx }) => listBenchmarks({ ctx })),
  get: publicProcedure
    .input(z.object({ slug: z.string() }))
    .output(benchmarkViewSchema)
    .query(({ ctx, input }) => getBenchmark({ ctx, input })),
});
