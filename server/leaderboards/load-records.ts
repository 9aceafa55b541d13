import { and, desc, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { scores, submissions, teams, testSets, testSetVersions } from "../../db/schema";
import { primaryMetric } from "../evaluation/metric";
import type { RecordView } from "./schemas/benchmark-schema";

/**
 * The records of a benchmark's hidden test sets, newest first: each released top-1 by an entry in the tables that was above all
 * released before it on the same test set. They follow from what is public; a tie is no record, and a disqualified entry's score
 * counts for nobody.
 */
export async function loadRecords(
  db: Database,
  { benchmarkId }: { benchmarkId: string },
): Promise<RecordView[]> {
  const released = db
    .select({
      testSet: testSets.name,
      submissionId: scores.submissionId,
      accuracy: scores.accuracy,
      at: scores.releasedAt,
      before: sql<number | null>`max(${scores.accuracy}) over (
        partition by ${testSets.id} order by ${scores.releasedAt}, ${scores.accuracy} desc, ${submissions.sequence}
        rows between unbounded preceding and 1 preceding)`.as("before"),
    })
    .from(scores)
    .innerJoin(testSetVersions, eq(testSetVersions.id, scores.versionId))
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .innerJoin(submissions, eq(submissions.id, scores.submissionId))
    .where(
      and(
        eq(testSets.benchmarkId, benchmarkId),
        eq(testSets.role, "hidden"),
        eq(scores.kind, "released"),
        eq(scores.metric, primaryMetric),
        eq(submissions.kind, "entry"),
        eq(submissions.state, "scored"),
      ),
    )
    .as("released");
  const rows = await db
    .select({
      testSet: released.testSet,
      id: submissions.id,
      name: submissions.name,
      team: teams.slug,
      teamName: teams.name,
      accuracy: released.accuracy,
      at: released.at,
    })
    .from(released)
    .innerJoin(submissions, eq(submissions.id, released.submissionId))
    .innerJoin(teams, eq(teams.id, submissions.teamId))
    .where(or(isNull(released.before), gt(released.accuracy, released.before)))
    .orderBy(desc(released.at), desc(released.accuracy), desc(submissions.sequence));
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
