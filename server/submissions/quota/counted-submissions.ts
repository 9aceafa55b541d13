import { and, asc, eq, notInArray } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { submissions } from "../../../db/schema";

/**
 * When a team made the submissions that count against its quota on a benchmark. Those refused, withdrawn or failed before a
 * hidden image was read do not count.
 */
export async function countedSubmissions(
  db: Database,
  { teamId, benchmarkId }: { teamId: string; benchmarkId: string },
): Promise<Date[]> {
  const rows = await db
    .select({ submittedAt: submissions.submittedAt })
    .from(submissions)
    .where(
      and(
        eq(submissions.teamId, teamId),
        eq(submissions.benchmarkId, benchmarkId),
        eq(submissions.kind, "entry"),
        notInArray(submissions.state, ["refused", "withdrawn", "failed"]),
      ),
    )
    .orderBy(asc(submissions.submittedAt));
  return rows.map((row) => row.submittedAt);
}
