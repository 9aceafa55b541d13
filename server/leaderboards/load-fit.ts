import { and, eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { fits } from "../../db/schema";
import { trend } from "../statistics/trend";
import { fitBasis, fitModels } from "./fit-basis";
import { type FitView, fitSchema, type LeaderboardQuery } from "./leaderboard-schema";
import type { Point } from "./load-points";
import { viewFit } from "./view-fit";

/** The stored fit of these points; until it is there, the line alone, `pending`. */
export async function loadFit(
  db: Database,
  points: readonly Point[],
  wanted: Pick<LeaderboardQuery, "metric" | "scale"> & {
    testSetId: string | null;
    which: LeaderboardQuery["points"];
  },
): Promise<FitView> {
  const { testSetId, metric, scale, which } = wanted;
  const models = fitModels(points, which);
  const line = viewFit(trend(models, { scale, resamples: 0 }), scale, 0);
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
        eq(fits.basis, fitBasis(models)),
      ),
    );
  return stored ? fitSchema.parse(stored.result) : line;
}
