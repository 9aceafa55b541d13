import { z } from "zod";
import { exportLeaderboard } from "../../leaderboards/export-leaderboard";
import { forecastScore } from "../../leaderboards/forecast/forecast-score";
import { getFigure } from "../../leaderboards/get-figure";
import { getLeaderboard } from "../../leaderboards/get-leaderboard";
import { listMeters } from "../../leaderboards/list-meters";
import { getRobustness } from "../../leaderboards/robustness/get-robustness";
import { figureFactsSchema, figureSchema } from "../../leaderboards/schemas/figure-schema";
import { forecastQuerySchema, forecastSchema } from "../../leaderboards/schemas/forecast-schema";
import { leaderboardQuerySchema } from "../../leaderboards/schemas/leaderboard-query";
import { leaderboardSchema } from "../../leaderboards/schemas/leaderboard-schema";
import { benchmarkMetersSchema } from "../../leaderboards/schemas/public-meter-schema";
import { robustnessSchema } from "../../leaderboards/schemas/robustness-schema";
import { fitAnswerSchema } from "../fit-answer-schema";
import { publicProcedure, router } from "../trpc";

export const leaderboardsRouter = router({
  get: publicProcedure
    .input(leaderboardQuerySchema)
    .output(leaderboardSchema)
    .query(({ ctx, input }) => getLeaderboard({ ctx, input })),
  export: publicProcedure
    .input(leaderboardQuerySchema)
    .output(leaderboardSchema)
    .query(({ ctx, input }) => exportLeaderboard({ ctx, input })),
  figure: publicProcedure
    .input(leaderboardQuerySchema)
    .output(figureSchema)
    .query(({ ctx, input }) => getFigure({ ctx, input })),
  figureFacts: publicProcedure
    .input(leaderboardQuerySchema)
    .output(figureFactsSchema)
    .query(({ ctx, input }) => getFigure({ ctx, input })),
  robustness: publicProcedure
    .input(leaderboardQuerySchema.pick({ slug: true, testSet: true, metric: true }))
    .output(robustnessSchema)
    .query(({ ctx, input }) => getRobustness({ ctx, input })),
  meters: publicProcedure.output(z.array(benchmarkMetersSchema)).query(({ ctx }) => listMeters({ ctx })),
  forecast: publicProcedure
    .input(forecastQuerySchema)
    .output(forecastSchema)
    .query(({ ctx, input }) => forecastScore({ ctx, input })),
  fit: publicProcedure
    .input(leaderboardQuerySchema)
    .output(fitAnswerSchema)
    .query(async ({ ctx, input }) => {
      const { fit, testSet, metric, points } = await getFigure({ ctx, input });
      return { testSet, metric, ...fit, points };
    }),
});
