import { and, asc, eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { submissions } from "../../db/schema";
import type { Table } from "./open-table";
import type { Entry } from "./schemas/entry-schema";

/** The released scores of a team's submissions for a table's test set and metric, in the order of spending. */
export async function loadHistory(
  db: Database,
  team: { teamId: string; benchmarkId: string },
  table: Pick<Table, "byId">,
): Promise<Entry["history"]> {
  const rows = await db
    .select({
      id: submissions.id,
      name: submissions.name,
      at: submissions.endedAt,
      decision: submissions.decision,
    })
    .from(submissions)
    .where(
      and(
        eq(submissions.teamId, team.teamId),
        eq(submissions.benchmarkId, team.benchmarkId),
        eq(submissions.kind, "entry"),
        eq(submissions.state, "scored"),
      ),
    )
    .orderBy(asc(submissions.spendOrder), asc(submissions.sequence));
  return rows.map(({ at, ...row }) => ({
    ...row,
    at: at?.toISOString() ?? null,
    accuracy: table.byId.get(row.id)?.new?.accuracy ?? null,
  }));
}
