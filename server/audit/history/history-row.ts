import { eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import {
  benchmarks,
  hiddenRuns,
  modelFiles,
  submissions,
  teams,
  users,
  voidRequests,
} from "../../../db/schema";
import type { HistoryRow, ShownDecision } from "./history-schema";

/** A query for submissions with the names that a history shows, to be narrowed. Needs the auditor's rights. */
export function selectSubmissions(db: Database) {
  return db
    .select({
      submission: submissions,
      benchmark: benchmarks.slug,
      team: teams.slug,
      user: users.name,
      fileRemovedAt: modelFiles.removedAt,
      hiddenRun: hiddenRuns,
      voidRefusal: voidRequests.refusal,
    })
    .from(submissions)
    .innerJoin(benchmarks, eq(benchmarks.id, submissions.benchmarkId))
    .innerJoin(teams, eq(teams.id, submissions.teamId))
    .innerJoin(modelFiles, eq(modelFiles.hash, submissions.modelHash))
    .leftJoin(users, eq(users.id, submissions.userId))
    .leftJoin(hiddenRuns, eq(hiddenRuns.submissionId, submissions.id))
    .leftJoin(voidRequests, eq(voidRequests.submissionId, submissions.id));
}

/** A submission's row in a history. */
export function historyRow(
  { submission, fileRemovedAt, hiddenRun, ...names }: Awaited<ReturnType<typeof selectSubmissions>>[number],
  decisions: ShownDecision[],
): HistoryRow {
  return {
    ...names,
    id: submission.id,
    name: submission.name,
    state: submission.state,
    explanation: submission.explanation?.message ?? null,
    modelHash: submission.modelHash,
    fileRemovedAt: fileRemovedAt?.toISOString() ?? null,
    atLeast: submission.atLeast,
    submittedAt: submission.submittedAt.toISOString(),
    endedAt: submission.endedAt?.toISOString() ?? null,
    approvedAt: submission.approvedAt?.toISOString() ?? null,
    parkedAt: submission.parkedAt?.toISOString() ?? null,
    verifiedAt: submission.verifiedAt?.toISOString() ?? null,
    // Before its time nobody needs to know.
    hiddenRun: hiddenRun && (submission.endedAt || submission.parkedAt) ? runOf(hiddenRun) : null,
    decisions,
  };
}

function runOf({ windows, windowsBeyond, forfeited, parkedFor }: typeof hiddenRuns.$inferSelect) {
  return { windows, windowsBeyond, forfeited, parkedFor };
}
