import type { LeaderboardRow } from "@/server/leaderboards/schemas/leaderboard-schema";
import { ViewLink } from "../shell/view-link";
import { type ViewQuery, viewHref } from "../shell/view-query";
import { columns, startsDescending } from "./columns";
import { LeaderboardLine } from "./leaderboard-line";

/** The table under the figure: the paper's table 1, sortable by links. */
export function LeaderboardTable({
  rows,
  path,
  view,
  caption,
}: {
  rows: readonly LeaderboardRow[];
  path: string;
  view: ViewQuery;
  caption: string;
}) {
  return (
    <section className="scroll" aria-label="Table">
      <table className="data leaderboard">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.label} column={column} path={path} view={view} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <LeaderboardLine key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Heading({
  column,
  path,
  view,
}: {
  column: (typeof columns)[number];
  path: string;
  view: ViewQuery;
}) {
  const { label, sort, span, className, title } = column;
  if (!sort) {
    return (
      <th scope="col" colSpan={span} className={className} title={title}>
        {label}
      </th>
    );
  }
  const isSorted = (view.sort ?? "originalRank") === sort;
  const isDescending = isSorted && view.descending === "true";
  const next = isSorted ? !isDescending : startsDescending(sort);
  return (
    <th
      scope="col"
      colSpan={span}
      className={className}
      title={title}
      aria-sort={isSorted ? (isDescending ? "descending" : "ascending") : undefined}
    >
      <ViewLink href={viewHref(path, view, { sort, descending: String(next) })}>
        {label}
        {isSorted && <span aria-hidden="true"> {isDescending ? "↓" : "↑"}</span>}
      </ViewLink>
    </th>
  );
}
