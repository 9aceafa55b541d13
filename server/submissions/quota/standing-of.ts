import { and, eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { scores, submissions, testSetVersions } from "../../../db/schema";
import { primaryMetric } from "../../evaluation/metric";

/** Where a team stands with a primary hidden test set, any version: how often it has climbed, and its rung (a fraction). Released scores only. */
export async function standingOf(
  db: Database,
  team: { teamId: string; testSetId: string },
): Promise<{ climbs: number; rung: number | null }> {
  const climbs = await db
    .select({ accuracy: scores.accuracy })
    .from(scores)
    .innerJoin(submissions, eq(submissions.id, scores.submissionId))
    .innerJoin(testSetVersions, eq(testSetVersions.id, scores.versionId))
    .where(
      and(
        eq(submissions.teamId, team.teamId),
        eq(submissions.kind, "entry"),
        eq(submissions.decision, "climbed"),
        eq(testSetVersions.testSetId, team.testSetId),
        eq(scores.metric, primaryMetric),
      ),
    );
  const rung = climbs.length > 0 ? Math.max(...climbs.map(({ accuracy }) => accuracy)) : null;
  return { climbs: climbs.length, rung };
}
