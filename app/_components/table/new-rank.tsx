import type { LeaderboardRow } from "@/server/leaderboards/schemas/leaderboard-schema";

/** A rank with those that a model cannot be told apart from. */
export function NewRank({ row: { newRank, rankRange } }: { row: LeaderboardRow }) {
  if (newRank === null || rankRange === null) return "–";
  const [first, last] = rankRange;
  return (
    <>
      {newRank} <span className="interval">{first !== last && `[${first}–${last}]`}</span>
    </>
  );
}
