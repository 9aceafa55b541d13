import type { benchmarks } from "../../../db/schema";
import type { Context, Viewer } from "../../context";
import { primaryMetric } from "../../evaluation/metric";
import { climbChanceFromRung } from "../../release/climb-chance-from-rung";
import { climbLimit } from "../../release/climb-limit";
import { usualDifference } from "../../release/climb-table";
import type { Forecast } from "../../statistics/forecast/forecast";
import { standingOf } from "../../submissions/quota/standing-of";
import { evaluableVersions } from "../../test-sets/evaluable-versions";
import type { ForecastQuery, ForecastView } from "../schemas/forecast-schema";
import type { TableSet } from "../table-set";

/** As many accuracies stand for a forecast, all as likely. */
const parts = 32;

/**
 * How probably a model with this forecast climbs on its viewer's ladder, from the rung that was released and never the count behind it;
 * null where nobody asks as a team, and where this test set and metric do not decide.
 */
export async function chanceToClimb({
  ctx,
  benchmark,
  set,
  input: { metric, atLeast },
  forecast,
}: {
  ctx: Context & { viewer: Viewer | null };
  benchmark: Pick<typeof benchmarks.$inferSelect, "id">;
  set: Pick<TableSet, "id">;
  input: Pick<ForecastQuery, "metric" | "atLeast">;
  forecast: Forecast | null;
}): Promise<ForecastView["climb"]> {
  if (!ctx.viewer || metric !== primaryMetric) return null;
  const versions = await evaluableVersions(ctx.db, benchmark.id);
  const deciding = versions.find(({ testSet, primary }) => primary && testSet.id === set.id);
  if (!deciding?.pool) return null;
  const { policy } = deciding.pool;
  const { climbs, rung } = await standingOf(ctx.db, { teamId: ctx.viewer.teamId, testSetId: set.id });
  const limit = climbLimit(policy);
  const climbsLeft = Number.isFinite(limit) ? Math.max(0, limit - climbs) : null;
  const differ = usualDifference;
  const told = { rung, climbsLeft, differ, atLeast };
  if (climbsLeft === 0) return { ...told, chance: 0 };
  if (rung === null || !forecast) return { ...told, chance: null };
  const accuracies = Array.from({ length: parts }, (_, i) => forecast.quantile((i + 0.5) / parts));
  const { images } = deciding.version;
  return { ...told, chance: climbChanceFromRung(policy, { images, rung, accuracies, differ, atLeast }) };
}
