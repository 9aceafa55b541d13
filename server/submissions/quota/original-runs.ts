import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { submissions } from "../../../db/schema";
import type { OriginalRun } from "./original-budget";

const dayMs = 24 * 3600 * 1000;

/**
 * A team's original parts of the last 24 hours, and those that are queued, whatever became of their submissions: nothing of them is
 * given back. Where a trial stopped it before that, its processor time alone counts. Those of corrections are ours.
 */
export async function originalRuns(
  db: Database,
  given: { teamId: string; benchmarkId: string; now: Date },
): Promise<(OriginalRun & { id: string })[]> {
  const at = sql`coalesce(${submissions.claimedAt}, ${submissions.submittedAt})`.mapWith(
    submissions.submittedAt,
  );
  const rows = await db
    .select({
      id: submissions.id,
      at,
      cpuMs: submissions.originalCpuMs,
      benchmarkId: submissions.benchmarkId,
      counts: sql<boolean>`(${submissions.claimedAt} is not null or ${submissions.state} = 'queued')`,
    })
    .from(submissions)
    .where(
      and(
        eq(submissions.teamId, given.teamId),
        eq(submissions.kind, "entry"),
        isNull(submissions.reJudgesId),
        or(
          isNotNull(submissions.claimedAt),
          isNotNull(submissions.originalCpuMs),
          eq(submissions.state, "queued"),
        ),
        sql`${at} > ${new Date(given.now.getTime() - dayMs).toISOString()}::timestamptz`,
      ),
    );
  return rows.map(({ id, cpuMs, benchmarkId, counts, ...row }) => ({
    id,
    at: row.at as Date,
    cpuMs: cpuMs ?? 0,
    here: counts && benchmarkId === given.benchmarkId,
  }));
}
