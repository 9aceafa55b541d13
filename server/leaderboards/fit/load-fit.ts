import { and, eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { fits } from "../../../db/schema";
import { trend } from "../../statistics/trend";
import type { Point } from "../load-points";
import { type FitView, fitSchema } from "../schemas/fit-schema";
import { type LeaderboardQuery } from "../schemas/leaderboard-query";
import { fitBasis, fitModels } from "./fit-basis";
import { viewFit } from "./view-fit";

interface Line {
  line: FitView;
  basis: () => string;
}

/** Lines of points that are cached anyway: thousands of models need not be fitted again for every view. */
const lines = new WeakMap<readonly Point[], Map<string, Line>>();

/** The stored fit of these points; until there is one, only the line, `pending`. */
export async function loadFit(
  db: Database,
  points: readonly Point[],
  wanted: Pick<LeaderboardQuery, "metric" | "scale"> & {
    testSetId: string | null;
    which: LeaderboardQuery["points"];
  },
): Promise<FitView> {
  const { testSetId, metric, scale, which } = wanted;
  const { line, basis } = lineOf(points, scale, which);
  if (!line.pending || testSetId === null) return line;
  const [stored] = await db
    .select({ result: fits.result })
    .from(fits)
    .where(
      and(
        eq(fits.testSetId, testSetId),
        eq(fits.metric, metric),
        eq(fits.scale, scale),
        eq(fits.points, which),
        eq(fits.basis, basis()),
      ),
    );
  return stored ? fitSchema.parse(stored.result) : line;
}

function lineOf(
  points: readonly Point[],
  scale: LeaderboardQuery["scale"],
  which: LeaderboardQuery["points"],
): Line {
  const known = lines.get(points) ?? new Map<string, Line>();
  lines.set(points, known);
  const key = `${scale} ${which}`;
  const line = known.get(key) ?? newLine(points, scale, which);
  known.set(key, line);
  return line;
}

function newLine(
  points: readonly Point[],
  scale: LeaderboardQuery["scale"],
  which: LeaderboardQuery["points"],
): Line {
  const models = fitModels(points, which);
  let basis: string | undefined;
  return {
    line: viewFit(trend(models, { scale, resamples: 0 }), scale, 0),
    basis: () => (basis ??= fitBasis(models)),
  };
}
