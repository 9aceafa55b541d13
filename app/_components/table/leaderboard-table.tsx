import type { LeaderboardQuery } from "@/server/leaderboards/schemas/leaderboard-query";
import type { LeaderboardRow } from "@/server/leaderboards/schemas/leaderboard-schema";
import { ViewLink } from "../shell/view-link";
import { type ViewQuery, viewHref } from "../shell/view-query";
import { chosenColumns } from "./chosen-columns";
import { LeaderboardLine } from "./leaderboard-line";

/** The table under the figure: the paper's table 1, best on the new test set first, sortable by links. */
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
  const shown = chosenColumns(view.columns);
  return (
    <section className="scroll" aria-label="Table">
      <table className="data leaderboard">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <Heading
              sort="newRank"
              label="New rank"
              title="with the ranks it cannot be told apart from"
              className="number rank"
              path={path}
              view={view}
            />
            <Heading sort="name" label="Model" className="words" path={path} view={view} />
            {shown.map(({ name, ...column }) => (
              <Heading key={name} sort={name} {...column} className="number" path={path} view={view} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <LeaderboardLine key={row.id} row={row} shown={shown} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Heading({
  sort,
  label,
  title,
  startsDescending = false,
  className,
  path,
  view,
}: {
  sort: LeaderboardQuery["sort"];
  label: string;
  title?: string;
  startsDescending?: boolean;
  className: string;
  path: string;
  view: ViewQuery;
}) {
  const isSorted = (view.sort ?? "newRank") === sort;
  const isDescending = isSorted && view.descending === "true";
  const next = isSorted ? !isDescending : startsDescending;
  return (
    <th
      scope="col"
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
