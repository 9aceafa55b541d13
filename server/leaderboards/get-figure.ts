import { benchmarkBySlug } from "../benchmarks/benchmark-by-slug";
import type { Context } from "../context";
import type { Policy } from "../release/policy";
import { rationalToNumber } from "../release/rational";
import { roundingGrid } from "../release/rounding-grid";
import { lineFacts } from "./fit/line-facts";
import { loadFit } from "./fit/load-fit";
import { openTable } from "./open-table";
import type { Figure } from "./schemas/figure-schema";
import type { LeaderboardQuery } from "./schemas/leaderboard-query";

/**
 * What a benchmark's figure shows: every point, the line with its stored band, the verdict on the scale judged on, the deviations, table 2's changes, meters and
 * records. The query's search, filters and page do not affect it.
 * @throws RungError `not_found` for an unknown benchmark or test set
 */
export async function getFigure({ ctx, input }: { ctx: Context; input: LeaderboardQuery }): Promise<Figure> {
  const benchmark = await benchmarkBySlug(ctx.db, input.slug);
  const { facts, set, table } = await openTable({ ctx, benchmark, input });
  const { metric, scale, points: which } = input;
  const judged = benchmark.judgedScale;
  const wanted = { original: facts.original, fresh: set, metric, scale, which, judged };
  const { meters, changes, records } = facts;
  const fit = await loadFit(ctx.db, table.points, wanted);
  const isJudged = scale === judged && which === "reference";
  const judgedFit = isJudged
    ? fit
    : await loadFit(ctx.db, table.points, { ...wanted, scale: judged, which: "reference" });
  const { band: _, ...verdictFit } = judgedFit;
  const { shapes, ...told } = lineFacts(table.points, judged);
  return {
    benchmark: benchmark.id,
    revision: benchmark.revision,
    testSet: set?.name ?? null,
    role: set?.role ?? null,
    metric,
    shown: table.plot.length,
    leaders: table.leaders,
    step: stepOf(set?.policy ?? null),
    sources: table.sources,
    kinds: table.kinds,
    points: table.plot,
    fit,
    verdict: { scale: judged, fit: verdictFit, ...told },
    shapes,
    deviations: table.rows.filter((row) => row.mark !== null),
    changes,
    meters,
    records: records.filter((record) => record.testSet === set?.name),
  };
}

function stepOf(policy: Policy | null): number | null {
  const grid = policy ? roundingGrid(policy) : "exact";
  return grid === "exact" ? null : rationalToNumber(grid);
}
