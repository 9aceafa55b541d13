import type { Leaderboard, LeaderboardRow } from "../../leaderboards/schemas/leaderboard-schema";
import { type Columns, csvTable } from "./csv-table";

const columns: Columns<LeaderboardRow> = {
  id: (row) => row.id,
  kind: (row) => row.kind,
  name: (row) => row.name,
  team: (row) => row.team,
  team_name: (row) => row.teamName,
  source: (row) => row.source,
  url: (row) => row.url,
  year: (row) => row.year,
  parameters: (row) => row.parameters,
  training: (row) => row.training,
  family: (row) => row.family,
  verified: (row) => row.verified,
  disqualified: (row) => row.disqualified,
  held: (row) => row.held,
  ...scoreColumns("original"),
  ...scoreColumns("new"),
  rung: (row) => row.rung,
  gap: (row) => row.gap,
  original_rank: (row) => row.originalRank,
  new_rank: (row) => row.newRank,
  rank_from: (row) => row.rankRange?.[0],
  rank_to: (row) => row.rankRange?.[1],
  delta_rank: (row) => row.deltaRank,
  residual: (row) => row.residual,
  residual_lower: (row) => row.residualInterval?.lower,
  residual_upper: (row) => row.residualInterval?.upper,
  p: (row) => row.p,
  mark: (row) => row.mark,
  beyond: (row) => row.beyond,
  not_in_fit: (row) => row.notInFit,
};

function scoreColumns(side: "original" | "new"): Columns<LeaderboardRow> {
  return {
    [`${side}_test_set`]: (row) => row[side]?.testSet,
    [`${side}_metric`]: (row) => row[side]?.metric,
    [`${side}_kind`]: (row) => row[side]?.kind,
    [`${side}_correct`]: (row) => row[side]?.correct,
    [`${side}_total`]: (row) => row[side]?.total,
    [`${side}_accuracy`]: (row) => row[side]?.accuracy,
    [`${side}_lower`]: (row) => row[side]?.interval?.lower,
    [`${side}_upper`]: (row) => row[side]?.interval?.upper,
  };
}

/** The table as CSV (RFC 4180), one row per entry; fractions and counts as in the JSON, an empty cell for null. */
export function leaderboardCsv({ rows }: Pick<Leaderboard, "rows">): string {
  return csvTable(columns, rows);
}
