import { leaderboardQuerySchema } from "../../leaderboards/schemas/leaderboard-query";
import type { Call } from "../handle";

/** Every model of a benchmark by its distance from the line. */
export function getRobustnessAnswer({ api, params, query }: Call<{ slug: string }>) {
  return api.leaderboards.robustness(leaderboardQuerySchema.parse({ ...query, ...params }));
}
