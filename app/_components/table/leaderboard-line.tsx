import type { LeaderboardRow } from "@/server/leaderboards/schemas/leaderboard-schema";
import type { ShownScore } from "@/server/leaderboards/schemas/score-schema";
import { percent, percentInterval, points, pointsInterval, withMinus } from "../numbers/percent";
import { MarkIcon } from "../plot/mark-icon";

/** A row of the table. Its link is a plain one, which costs the server less; `LinkedRows` follows it without a full page load. */
export function LeaderboardLine({ row }: { row: LeaderboardRow }) {
  const { id, gap, originalRank, newRank, rankRange, deltaRank } = row;
  return (
    <tr data-entry={id}>
      <td className="number">{originalRank ?? "–"}</td>
      <Model row={row} />
      <Score score={row.original} />
      {row.held ? <HeldAt rung={row.rung} /> : <Score score={row.new} />}
      <td className="number">{gap === null ? "–" : percent(gap)}</td>
      <td className="number with-interval">{newRank ?? "–"}</td>
      <td className="interval">{rankRange && rankRange[0] !== rankRange[1] && `[${rankRange.join("–")}]`}</td>
      <td
        className={`number ${deltaRank === null ? "" : deltaRank > 0 ? "above" : deltaRank < 0 ? "below" : ""}`}
      >
        {deltaRank ? withMinus(deltaRank > 0 ? `+${deltaRank}` : String(deltaRank)) : ""}
      </td>
      <OffTheLine row={row} />
    </tr>
  );
}

function Model({
  row: { id, name, teamName, disqualified, verified, kind, notInFit },
}: {
  row: LeaderboardRow;
}) {
  return (
    <th scope="row" className="words model">
      <a href={`/entries/${id}`}>{name}</a>
      {disqualified && <span className="tag">disqualified</span>}
      {notInFit && (
        <span className="tag" title={notInFit}>
          not in the fit
        </span>
      )}
      {teamName && (
        <span className="team">
          {teamName}
          {kind === "entry" && verified && ", verified"}
        </span>
      )}
    </th>
  );
}

function Score({ score }: { score: ShownScore | null }) {
  if (!score || score.accuracy === null) {
    return (
      <td className="number quiet" colSpan={2}>
        {score?.kind === "withheld" ? "not released yet" : "–"}
      </td>
    );
  }
  return (
    <>
      <td className="number with-interval">{percent(score.accuracy)}</td>
      <td className="interval">
        {score.interval && percentInterval(score.interval)}
        {score.kind === "printed" && <sup title="as printed; no counts were released"> †</sup>}
      </td>
    </>
  );
}

function HeldAt({ rung }: { rung: number | null }) {
  return (
    <td className="number quiet" colSpan={2}>
      {rung === null ? "held" : `held at ${percent(rung)}`}
    </td>
  );
}

function OffTheLine({ row }: { row: LeaderboardRow }) {
  const { residual, residualInterval, mark } = row;
  if (residual === null) {
    return (
      <td className="number quiet" colSpan={2}>
        –
      </td>
    );
  }
  const title = residualInterval ? `${pointsInterval(residualInterval)} at 95 %` : undefined;
  return (
    <>
      <td className={`number with-interval ${mark ?? ""}`} title={title}>
        {points(residual)}
      </td>
      <td className="interval">
        {mark && (
          <>
            <MarkIcon of={row} />
            <span className="unseen">{mark} the line</span>
          </>
        )}
      </td>
    </>
  );
}
