import type { LeaderboardRow } from "@/server/leaderboards/schemas/leaderboard-schema";
import { points, pointsInterval } from "../numbers/percent";
import { MarkIcon } from "../plot/mark-icon";

/** The distance from the line, with the mark of a model that leaves it. */
export function OffTheLine({ row }: { row: LeaderboardRow }) {
  const { residual, residualInterval, mark } = row;
  if (residual === null) return <span className="quiet">–</span>;
  return (
    <span
      className={mark ?? undefined}
      title={residualInterval ? `${pointsInterval(residualInterval)} at 95 %` : undefined}
    >
      {points(residual)}
      <span className="mark">
        {mark && (
          <>
            <MarkIcon of={row} />
            <span className="unseen">{mark} the line</span>
          </>
        )}
      </span>
    </span>
  );
}
