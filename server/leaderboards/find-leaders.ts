import type { Leaders } from "./schemas/figure-schema";
import type { LeaderboardRow } from "./schemas/leaderboard-schema";

/**
 * Who has the best new accuracy shown, and how many others cannot be told apart from the first place: nobody's interval lies wholly
 * above theirs.
 * @returns null where nobody has a rank
 */
export function findLeaders(rows: readonly LeaderboardRow[]): Leaders | null {
  const ranked = rows.filter(({ newRank }) => newRank !== null);
  const first = ranked.filter(({ newRank }) => newRank === 1);
  const score = first[0]?.new;
  if (!score) return null;
  return {
    models: first.map(({ id, name, teamName }) => ({ id, name, teamName })),
    accuracy: score.accuracy!,
    notToldApart: ranked.filter(({ newRank, rankRange }) => newRank! > 1 && rankRange![0] === 1).length,
    ranked: ranked.length,
  };
}
