import { eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { benchmarks, submissions, teams, users } from "../../../db/schema";
import type { HistoryRow, ShownDecision } from "./history-schema";

/** A query for submissions with the names that a history shows, to be narrowed. */
export function selectSubmissions(db: Database) {
  return db
    .select({ submission: submissions, benchmark: benchmarks.slug, team: teams.slug, user: users.name })
    .from(submissions)
    .innerJoin(benchmarks, eq(benchmarks.id, submissions.benchmarkId))
    .innerJoin(teams, eq(teams.id, submissions.teamId))
    .leftJoin(users, eq(users.id, submissions.userId));
}

/** A submission's row in a history. */
export function historyRow(
  { submission, ...names }: Awaited<ReturnType<typeof selectSubmissions>>[number],
  decisions: ShownDecision[],
): HistoryRow {
  return {
    ...names,
    id: submission.id,
    name: submission.name,
    state: submission.state,
    explanation: submission.explanation?.message ?? null,
    modelHash: submission.modelHash,
    atLeast: submission.atLeast,
    submittedAt: submission.submittedAt.toISOString(),
    endedAt: submission.endedAt?.toISOString() ?? null,
    approvedAt: submission.approvedAt?.toISOString() ?? null,
    parkedAt: submission.parkedAt?.toISOString() ?? null,
    verifiedAt: submission.verifiedAt?.toISOString() ?? null,
    decisions,
  };
}
