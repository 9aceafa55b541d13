import type { ReactNode } from "react";
import type { LeaderboardQuery } from "@/server/leaderboards/schemas/leaderboard-query";
import type { LeaderboardRow } from "@/server/leaderboards/schemas/leaderboard-schema";
import { shortCount } from "../numbers/count";
import { percent } from "../numbers/percent";
import { trainingWords } from "../words/training-words";
import { DeltaRank } from "./delta-rank";
import { OffTheLine } from "./off-the-line";
import { HeldAt, Score } from "./score";

/** A column is named by what it sorts by; new rank and name are always there. */
type ColumnName = Exclude<LeaderboardQuery["sort"], "newRank" | "name">;

interface Column {
  name: ColumnName;
  label: string;
  title?: string;
  /** Whether the first click on it sorts the greatest first. */
  startsDescending: boolean;
  cell: (row: LeaderboardRow) => ReactNode;
}

const none = "–";

/** The columns to choose from: what the new test set says first, as much as a phone shows, then the paper's table 1. */
export const columns: readonly Column[] = [
  {
    name: "newAccuracy",
    label: "New accuracy",
    title: "in percent, with its 95 % interval",
    startsDescending: true,
    cell: (row) => (row.held ? <HeldAt rung={row.rung} /> : <Score score={row.new} />),
  },
  {
    name: "residual",
    label: "Off the line",
    title: "distance from the line fitted without it, points",
    startsDescending: true,
    cell: (row) => <OffTheLine row={row} />,
  },
  {
    name: "originalAccuracy",
    label: "Original accuracy",
    title: "in percent, with its 95 % interval",
    startsDescending: true,
    cell: (row) => <Score score={row.original} />,
  },
  {
    name: "gap",
    label: "Gap",
    title: "original minus new accuracy, points",
    startsDescending: true,
    cell: ({ gap }) => (gap === null ? none : percent(gap)),
  },
  {
    name: "originalRank",
    label: "Orig. rank",
    title: "by the exact original accuracy",
    startsDescending: false,
    cell: ({ originalRank }) => originalRank ?? none,
  },
  {
    name: "deltaRank",
    label: "Δ rank",
    title: "original minus new rank, the original accuracy rounded like the new one",
    startsDescending: true,
    cell: (row) => <DeltaRank row={row} />,
  },
  {
    name: "parameters",
    label: "Parameters",
    startsDescending: true,
    cell: ({ parameters }) => (parameters === null ? none : shortCount(parameters)),
  },
  {
    name: "year",
    label: "Year",
    startsDescending: true,
    cell: ({ year }) => year ?? none,
  },
  {
    name: "training",
    label: "Trained",
    title: "as its source or its team declares",
    startsDescending: false,
    cell: ({ training }) => (training === null ? none : trainingWords[training].short),
  },
];
