import { and, eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { fits } from "../../../db/schema";
import type { ScaleName } from "../../statistics/scale";
import type { Point } from "../load-points";
import { type FitView, fitSchema } from "../schemas/fit-schema";
import type { LeaderboardQuery } from "../schemas/leaderboard-query";
import type { TableSet } from "../table-set";
import { computeFit } from "./compute-fit";
import { fitBasis } from "./fit-basis";
import { type FitPlan, planFit } from "./plan-fit";

/** Which line of a table: `judged` is the scale of the benchmark's verdict. */
export interface WantedFit {
  original: TableSet | null;
  fresh: TableSet | null;
  metric: LeaderboardQuery["metric"];
  scale: ScaleName;
  which: LeaderboardQuery["points"];
  judged: ScaleName;
}

interface Line {
  plan: FitPlan;
  line: FitView;
  basis: () => string;
}

/** Lines of points that are cached anyway: thousands of models need not be fitted again for every view. */
const lines = new WeakMap<readonly Point[], Map<string, Line>>();

/** The stored fit of these points; until there is one, only the line and the average change, `pending`. */
export async function loadFit(db: Database, points: readonly Point[], wanted: WantedFit): Promise<FitView> {
  const { fresh, metric, scale, which } = wanted;
  const { line, basis } = lineOf(points, wanted);
  if (!line.pending || !fresh) return line;
  const [stored] = await db
    .select({ result: fits.result })
    .from(fits)
    .where(
      and(
        eq(fits.testSetId, fresh.id),
        eq(fits.metric, metric),
        eq(fits.scale, scale),
        eq(fits.points, which),
        eq(fits.basis, basis()),
      ),
    );
  return stored ? fitSchema.parse(stored.result) : line;
}

function lineOf(points: readonly Point[], wanted: WantedFit): Line {
  const known = lines.get(points) ?? new Map<string, Line>();
  lines.set(points, known);
  const key = `${wanted.scale} ${wanted.which}`;
  const line = known.get(key) ?? newLine(points, wanted);
  known.set(key, line);
  return line;
}

function newLine(points: readonly Point[], wanted: WantedFit): Line {
  const plan = planFit({ points, ...wanted });
  let basis: string | undefined;
  const { view } = computeFit({ plan, scale: wanted.scale, outcomes: null, resamples: 0 });
  return { plan, line: view, basis: () => (basis ??= fitBasis(plan)) };
}
