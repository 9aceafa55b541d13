import { leaderboardQuerySchema } from "../../leaderboards/schemas/leaderboard-query";
import type { Call } from "../handle";

/** The line for a benchmark's test set and metric, with the points of its plot. */
export function getFitAnswer({ api, params, query }: Call<{ slug: string }>) {
  return api.leaderboards.fit(leaderboardQuerySchema.parse({ ...query, ...params }));
}
