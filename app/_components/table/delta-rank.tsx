import type { LeaderboardRow } from "@/server/leaderboards/schemas/leaderboard-schema";
import { withMinus } from "../numbers/percent";

/** Ranks won or lost on the new test set; nothing where it is none. */
export function DeltaRank({ row: { deltaRank } }: { row: LeaderboardRow }) {
  if (!deltaRank) return null;
  return deltaRank > 0 ? (
    <span className="above">+{deltaRank}</span>
  ) : (
    <span className="below">{withMinus(String(deltaRank))}</span>
  );
}
