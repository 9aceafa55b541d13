import type { LeaderboardQuery } from "@/server/leaderboards/schemas/leaderboard-query";

type Sort = LeaderboardQuery["sort"];

interface Column {
  label: string;
  sort: Sort | null;
  /** Cells that it spans: a number and its interval have one each, so that numbers align at the decimal. */
  span: 1 | 2;
  className: "words" | "number";
  title?: string;
}

/** The columns of the paper's table 1, with the rank range and the distance from the line. */
export const columns: readonly Column[] = [
  {
    label: "Orig. rank",
    sort: "originalRank",
    span: 1,
    className: "number",
    title: "after rounding like the new accuracy",
  },
  { label: "Model", sort: "name", span: 1, className: "words" },
  { label: "Original accuracy [95 %]", sort: null, span: 2, className: "number" },
  { label: "New accuracy [95 %]", sort: null, span: 2, className: "number" },
  { label: "Gap", sort: "gap", span: 1, className: "number", title: "original minus new accuracy, points" },
  {
    label: "New rank",
    sort: "newRank",
    span: 2,
    className: "number",
    title: "with the ranks it cannot be told apart from",
  },
  { label: "Δ rank", sort: "deltaRank", span: 1, className: "number", title: "original minus new rank" },
  {
    label: "Off the line",
    sort: "residual",
    span: 2,
    className: "number",
    title: "distance from the line fitted without it, points",
  },
];

/** Which way the first click on a column sorts: ranks and names ascending, differences descending. */
export const startsDescending = (sort: Sort): boolean => ["gap", "deltaRank", "residual"].includes(sort);
