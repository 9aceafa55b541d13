import { and, desc, eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { pools, records, submissions, teams } from "../../db/schema";
import type { RecordView } from "./schemas/benchmark-schema";

/** The climbs of the global ladders of a benchmark's pools, newest first, at most `most`; without disqualified entries. */
export async function loadRecords(
  db: Database,
  { benchmarkId, most }: { benchmarkId: string; most: number },
): Promise<RecordView[]> {
  const rows = await db
    .select({
      pool: pools.name,
      id: submissions.id,
      name: submissions.name,
      team: teams.slug,
      teamName: teams.name,
      accuracy: records.accuracy,
      at: records.at,
    })
    .from(records)
    .innerJoin(pools, eq(pools.id, records.poolId))
    .innerJoin(submissions, eq(submissions.id, records.submissionId))
    .innerJoin(teams, eq(teams.id, submissions.teamId))
    .where(and(eq(pools.benchmarkId, benchmarkId), eq(submissions.state, "scored")))
    .orderBy(desc(records.at), desc(records.accuracy), desc(submissions.sequence))
    .limit(most);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
