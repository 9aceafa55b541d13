import { benchmarkBySlug } from "../benchmarks/benchmark-by-slug";
import type { Context } from "../context";
import { filterRows } from "./arrange-rows";
import { openTable } from "./open-table";
import type { LeaderboardQuery } from "./schemas/leaderboard-query";
import type { Leaderboard } from "./schemas/leaderboard-schema";

const rowsPerPage = 100;

/**
 * A page of a benchmark's table, filtered and sorted; a page past the last is the last.
 * @throws RungError `not_found` for an unknown benchmark or test set
 */
export async function getLeaderboard({
  ctx,
  input,
}: {
  ctx: Context;
  input: LeaderboardQuery;
}): Promise<Leaderboard> {
  const benchmark = await benchmarkBySlug(ctx.db, input.slug);
  const { facts, set, table } = await openTable({ ctx, benchmark, input });
  const rows = filterRows(table.sorted(input), input);
  const pages = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  const page = Math.min(input.page, pages);
  return {
    benchmark: facts.view,
    testSet: set?.name ?? null,
    metric: input.metric,
    page,
    pages,
    total: rows.length,
    rows: rows.slice((page - 1) * rowsPerPage, page * rowsPerPage),
  };
}
