import Link from "next/link";
import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";
import type { LeaderboardRow } from "@/server/leaderboards/schemas/leaderboard-schema";
import { count } from "../numbers/count";
import { pValue } from "../numbers/p-value";
import { points, pointsInterval } from "../numbers/percent";
import { MarkIcon } from "../plot/mark-icon";
import { emptyStates } from "./empty-states";
import { rangeText } from "./verdict-words";

const most = 8;

/** The models off the line, largest residual first, each with its interval and corrected p-value. */
export function Deviations({ figure: { deviations, verdict } }: { figure: FigureFacts }) {
  if (verdict.fit.slope === null) return <p>{emptyStates.line}</p>;
  if (deviations.length === 0)
    return (
      <p>
        {emptyStates.deviations} Judged on the {verdict.scale} scale.
      </p>
    );
  const farthest = deviations.toSorted((a, b) => Math.abs(b.residual ?? 0) - Math.abs(a.residual ?? 0));
  const unverified = deviations.some(({ kind, verified }) => kind === "entry" && !verified);
  return (
    <>
      <ul className="ledger">
        {farthest.slice(0, most).map((row) => (
          <Deviation key={row.id} row={row} />
        ))}
      </ul>
      {deviations.length > most && <p>The table marks {count(deviations.length - most)} more.</p>}
      <p>
        Judged on the {verdict.scale} scale, whichever is drawn, against the line without the model.
        {verdict.range &&
          deviations.some(({ beyond }) => beyond) &&
          ` The reference models reach from ${rangeText(verdict.range)} on the original set; beyond that the line is only extended.`}
      </p>
      {unverified && (
        <p>
          Original labels are public, so a mark describes an entry; it proves nothing until a maintainer has
          verified it.
        </p>
      )}
    </>
  );
}

function Deviation({ row }: { row: LeaderboardRow }) {
  const { id, name, residual, residualInterval, p, mark, beyond } = row;
  return (
    <li data-entry={id}>
      <span>
        <MarkIcon of={row} /> <Link href={`/entries/${id}`}>{name}</Link>
        {beyond && <small>outside the reference models&rsquo; range</small>}
      </span>
      <span className={mark ?? undefined}>
        {residual !== null && `${points(residual)} points`}
        <small>
          {residualInterval && pointsInterval(residualInterval)}
          {p !== null && `, ${pValue(p)}`}
        </small>
      </span>
    </li>
  );
}
