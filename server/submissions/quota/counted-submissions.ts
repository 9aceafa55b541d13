import { and, asc, eq, inArray, isNotNull, isNull, notInArray, or, sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { submissions } from "../../../db/schema";

/** They were spent, if at all, and given back. */
const givenBack = ["refused", "withdrawn", "failed", "voided"] as const;

/**
 * When a team spent the submissions that count against its quota on a benchmark, the oldest first; with `underway` also when it made
 * those that will be spent without asking it once their original part is done.
 */
export async function countedSubmissions(
  db: Database,
  team: { teamId: string; benchmarkId: string },
  { underway }: { underway: boolean },
): Promise<Date[]> {
  const isSpent = and(isNotNull(submissions.spentAt), notInArray(submissions.state, [...givenBack]));
  const isUnderway = and(
    isNull(submissions.spentAt),
    inArray(submissions.state, ["queued", "evaluating"]),
    eq(submissions.asks, false),
  );
  const at = sql`coalesce(${submissions.spentAt}, ${submissions.submittedAt})`;
  const rows = await db
    .select({ at: at.mapWith(submissions.submittedAt) })
    .from(submissions)
    .where(
      and(
        eq(submissions.teamId, team.teamId),
        eq(submissions.benchmarkId, team.benchmarkId),
        eq(submissions.kind, "entry"),
        underway ? or(isSpent, isUnderway) : isSpent,
      ),
    )
    .orderBy(asc(at));
  return rows.map((row) => row.at as Date);
}
