import {
  type LeaderboardQuery,
  leaderboardQuerySchema,
} from "@/server/leaderboards/schemas/leaderboard-query";

/** A query as a door hands it on. */
export function query(slug: string, more: Record<string, unknown> = {}): LeaderboardQuery {
  return leaderboardQuerySchema.parse({ slug, ...more });
}
