import { benchmarkBySlug } from "../../benchmarks/benchmark-by-slug";
import type { Context } from "../../context";
import { openTable } from "../open-table";
import type { LeaderboardQuery } from "../schemas/leaderboard-query";
import type { Robustness } from "../schemas/robustness-schema";
import { groupByTraining } from "./group-by-training";

/**
 * A benchmark's models by their distance from the line, as the table has it: of entries on a hidden test set, that of their released
 * score.
 * @throws RungError `not_found` for an unknown benchmark or test set
 */
export async function getRobustness({
  ctx,
  input,
}: {
  ctx: Context;
  input: Pick<LeaderboardQuery, "slug" | "testSet" | "metric">;
}): Promise<Robustness> {
  const benchmark = await benchmarkBySlug(ctx.db, input.slug);
  const { facts, set, table } = await openTable({ ctx, benchmark, input });
  const rows = table.rows.filter(({ residual }) => residual !== null);
  return {
    benchmark: facts.view,
    testSet: set?.name ?? null,
    metric: input.metric,
    scale: benchmark.judgedScale,
    groups: groupByTraining(rows),
    points: rows.map(({ id, kind, name, training, residual, residualInterval, mark, beyond, original }) => ({
      id,
      kind,
      name,
      training,
      x: original!.accuracy!,
      residual: residual!,
      residualInterval,
      mark,
      beyond,
    })),
  };
}
