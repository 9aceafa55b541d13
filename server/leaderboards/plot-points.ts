import type { PlotPoint } from "./schemas/figure-schema";
import type { LeaderboardRow } from "./schemas/leaderboard-schema";

/**
 * The points of the plot: every row with a place on both axes. A held entry is drawn at its team's rung, without an interval of
 * its own.
 */
export function plotPoints(rows: readonly LeaderboardRow[]): PlotPoint[] {
  return rows.flatMap(({ original, new: released, rung, disqualified, ...row }) => {
    const x = original?.accuracy ?? null;
    const y = released?.accuracy ?? rung;
    if (x === null || y === null || disqualified) return [];
    const xInterval = original?.interval ?? null;
    const { id, name, kind, held, mark, residual } = row;
    return [{ id, name, kind, held, mark, x, y, xInterval, yInterval: released?.interval ?? null, residual }];
  });
}
