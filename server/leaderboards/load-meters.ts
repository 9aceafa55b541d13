import { and, asc, count, countDistinct, eq, inArray, isNotNull } from "drizzle-orm";
import type { Database } from "../../db/client";
import { pools, records, scores, submissions, testSets, testSetVersions } from "../../db/schema";
import type { Meter } from "./leaderboard-schema";
import type { PlacedSet } from "./load-table-sets";
import { meterOf } from "./meter-of";

/** The public meter of each pool that the test sets belong to, from what was let out and nothing else. */
export async function loadMeters(db: Database, sets: readonly PlacedSet[]): Promise<Meter[]> {
  const ids = [...new Set(sets.flatMap((set) => set.poolId ?? []))];
  if (ids.length === 0) return [];
  const [known, released, scored, made] = await Promise.all([
    db.select().from(pools).where(inArray(pools.id, ids)).orderBy(asc(pools.createdAt), asc(pools.name)),
    releasedScores(db, ids),
    scoredSubmissions(db, ids),
    db
      .select({ poolId: records.poolId, n: count() })
      .from(records)
      .where(inArray(records.poolId, ids))
      .groupBy(records.poolId),
  ]);
  return known.map((pool) => {
    const primary = sets.find((set) => set.poolId === pool.id && set.primary);
    return meterOf({
      pool,
      primary: { id: primary?.id ?? "", images: primary?.images ?? 0 },
      scored: scored.get(pool.id) ?? 0,
      records: made.find((row) => row.poolId === pool.id)?.n ?? 0,
      released: released.filter((score) => score.poolId === pool.id),
    });
  });
}

/** Every released score of an entry on the pools' test sets, in the order of submission. */
function releasedScores(db: Database, poolIds: string[]) {
  return db
    .select({
      poolId: testSets.poolId,
      testSetId: testSets.id,
      submissionId: submissions.id,
      teamId: submissions.teamId,
      metric: scores.metric,
      accuracy: scores.accuracy,
      total: scores.total,
    })
    .from(scores)
    .innerJoin(submissions, eq(submissions.id, scores.submissionId))
    .innerJoin(testSetVersions, eq(testSetVersions.id, scores.versionId))
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .where(and(inArray(testSets.poolId, poolIds), eq(submissions.kind, "entry")))
    .orderBy(asc(submissions.sequence));
}

/** Submissions that each pool has decided on. */
async function scoredSubmissions(db: Database, poolIds: string[]) {
  const rows = await db
    .select({ poolId: testSets.poolId, n: countDistinct(submissions.id) })
    .from(submissions)
    .innerJoin(testSets, eq(testSets.benchmarkId, submissions.benchmarkId))
    .where(
      and(inArray(testSets.poolId, poolIds), eq(submissions.kind, "entry"), isNotNull(submissions.decision)),
    )
    .groupBy(testSets.poolId);
  return new Map(rows.map((row) => [row.poolId, row.n]));
}
