import type { LeaderboardRow, PlotPoint } from "./leaderboard-schema";

/** The points of the plot: every row with a place on both axes. A held entry stands at its team's rung, without an interval of its own. */
export function plotPoints(rows: readonly LeaderboardRow[]): PlotPoint[] {
  return rows.flatMap(({ id, name, kind, held, mark, original, new: released, rung, disqualified }) => {
    const x = original?.accuracy ?? null;
    const y = released?.accuracy ?? rung;
    if (x === null || y === null || disqualified) return [];
    const xInterval = original?.interval ?? null;
    return [{ id, name, kind, held, mark, x, y, xInterval, yInterval: released?.interval ?? null }];
  });
}
