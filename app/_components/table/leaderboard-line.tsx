import type { LeaderboardRow } from "@/server/leaderboards/schemas/leaderboard-schema";
import { percent } from "../numbers/percent";
import type { columns } from "./columns";
import { NewRank } from "./new-rank";

/** A row of the table. Its link is a plain one, which costs the server less; `LinkedRows` follows it without a full page load. */
export function LeaderboardLine({ row, shown }: { row: LeaderboardRow; shown: typeof columns }) {
  return (
    <tr data-entry={row.id}>
      <td className="number rank">
        <NewRank row={row} />
      </td>
      <Model row={row} />
      {shown.map(({ name, cell }) => (
        <td key={name} className="number">
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}

function Model({ row }: { row: LeaderboardRow }) {
  const { id, name, teamName, disqualified, verified, kind, notInFit, held, rung } = row;
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
      {held && <span className="team">{whyHeld(rung)}</span>}
    </th>
  );
}

function whyHeld(rung: number | null): string {
  return rung === null
    ? "Held: nothing of it was released."
    : `Held: not enough above its team’s ${percent(rung)} % to be released.`;
}
