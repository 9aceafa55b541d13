import { benchmarkBySlug } from "../benchmarks/benchmark-by-slug";
import type { Context } from "../context";
import { filterRows } from "./arrange-rows";
import { openTable } from "./open-table";
import type { LeaderboardQuery } from "./schemas/leaderboard-query";
import type { Leaderboard } from "./schemas/leaderboard-schema";

/**
 * A whole table, filtered and sorted by the query, on one page: for CSV and JSON files.
 * @throws RungError `not_found` for an unknown benchmark or test set
 */
export async function exportLeaderboard({
  ctx,
  input,
}: {
  ctx: Context;
  input: LeaderboardQuery;
}): Promise<Leaderboard> {
  const benchmark = await benchmarkBySlug(ctx.db, input.slug);
  const { facts, set, table } = await openTable({ ctx, benchmark, input });
  const rows = [...filterRows(table.sorted(input), input)];
  const { metric } = input;
  return {
    benchmark: facts.view,
    testSet: set?.name ?? null,
    metric,
    page: 1,
    pages: 1,
    total: rows.length,
    rows,
  };
}
