import { benchmarkBySlug } from "../../benchmarks/benchmark-by-slug";
import type { Context, Viewer } from "../../context";
import { rationalToNumber } from "../../release/rational";
import { roundingGrid } from "../../release/rounding-grid";
import { forecast } from "../../statistics/forecast/forecast";
import { lineFacts } from "../fit/line-facts";
import { measurementOf } from "../measurement-of";
import { openTable } from "../open-table";
import type { ForecastQuery, ForecastView } from "../schemas/forecast-schema";
import { chanceToClimb } from "./chance-to-climb";

/** An accuracy typed without its images, or a test set that has none here, adds no noise of its own. */
const noNoise = Number.MAX_SAFE_INTEGER;

/**
 * Forecasts a model's score on a new test set from its original accuracy, typed or measured, and for a viewer's team how probably it
 * climbs. It rests on what the table shows, released scores only.
 * @throws RungError `not_found` for an unknown benchmark or test set
 */
export async function forecastScore({
  ctx,
  input,
}: {
  ctx: Context & { viewer: Viewer | null };
  input: ForecastQuery;
}): Promise<ForecastView> {
  const benchmark = await benchmarkBySlug(ctx.db, input.slug);
  const { facts, set, table } = await openTable({ ctx, benchmark, input });
  const { metric, originalAccuracy } = input;
  const references = table.points.flatMap(({ kind, original, new: fresh, notInFit }) =>
    kind === "reference" && original && fresh && notInFit === null
      ? [{ original: measurementOf(original), new: measurementOf(fresh) }]
      : [],
  );
  const found = forecast({
    references,
    original: { accuracy: originalAccuracy, total: facts.original?.images ?? noNoise },
    images: set?.images ?? noNoise,
    scale: benchmark.judgedScale,
  });
  const told = "reason" in found ? null : found;
  const { range } = lineFacts(table.points, benchmark.judgedScale);
  const grid = set?.policy ? roundingGrid(set.policy) : "exact";
  return {
    testSet: set?.name ?? null,
    metric,
    scale: benchmark.judgedScale,
    originalAccuracy,
    expected: told?.expected ?? null,
    interval: told?.interval ?? null,
    models: found.models,
    beyond: range !== null && (originalAccuracy < range.lower || originalAccuracy > range.upper),
    reason: set ? ("reason" in found ? found.reason : null) : "no_test_set",
    step: grid === "exact" ? null : rationalToNumber(grid),
    climb: set && (await chanceToClimb({ ctx, benchmark, set, input, forecast: told })),
  };
}
