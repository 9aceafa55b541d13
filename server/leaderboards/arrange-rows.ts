import type { LeaderboardQuery } from "./schemas/leaderboard-query";
import type { LeaderboardRow } from "./schemas/leaderboard-schema";

function valueOf(row: LeaderboardRow, sort: LeaderboardQuery["sort"]): string | number | null {
  if (sort === "newAccuracy") return row.new?.accuracy ?? null;
  if (sort === "originalAccuracy") return row.original?.accuracy ?? null;
  return row[sort];
}

type Sorting = Pick<LeaderboardQuery, "sort" | "descending">;

/**
 * The rows in the requested order; those without a value come last, disqualified ones after them; ties are broken by original
 * accuracy, then name.
 */
export function sortRows(rows: readonly LeaderboardRow[], { sort, descending }: Sorting): LeaderboardRow[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    if (a.disqualified !== b.disqualified) return a.disqualified ? 1 : -1;
    const [left, right] = [valueOf(a, sort), valueOf(b, sort)];
    if (left !== right) {
      if (left === null) return 1;
      if (right === null) return -1;
      return left < right ? -sign : sign;
    }
    const byAccuracy = (b.original?.accuracy ?? -1) - (a.original?.accuracy ?? -1);
    return byAccuracy || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1);
  });
}

type Filter = Pick<
  LeaderboardQuery,
  "search" | "team" | "yearFrom" | "yearTo" | "minParameters" | "maxParameters" | "verified" | "kind"
>;

/** The rows that meet every condition; a row without a year or a size meets no condition on it. */
export function filterRows(rows: readonly LeaderboardRow[], filter: Filter): readonly LeaderboardRow[] {
  const { team, yearFrom, yearTo, minParameters, maxParameters, verified, kind } = filter;
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = words.length > 0 ? `${row.name} ${row.teamName ?? ""} ${row.team ?? ""}`.toLowerCase() : "";
    return (
      words.every((word) => text.includes(word)) &&
      (team === undefined || row.team === team) &&
      within(row.year, yearFrom, yearTo) &&
      within(row.parameters, minParameters, maxParameters) &&
      (!verified || row.verified) &&
      (kind === "all" || row.kind === kind)
    );
  });
}

function within(value: number | null, from: number | undefined, to: number | undefined): boolean {
  return (
    (from === undefined || (value !== null && value >= from)) &&
    (to === undefined || (value !== null && value <= to))
  );
}
