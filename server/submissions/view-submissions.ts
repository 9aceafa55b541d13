import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import {
  benchmarks,
  modelFiles,
  scores,
  submissions,
  teams,
  testSets,
  testSetVersions,
} from "../../db/schema";
import { receiptsOf } from "../audit-log/public/receipts";
import { metricsFor } from "../evaluation/metric";
import { labelScore, restoreScore, type Score, withhold } from "../release/released-score";
import { evaluableVersions } from "../test-sets/evaluable-versions";
import { approvalQueues } from "./approval-queue";
import { filesRemovedAt } from "./files-removed-at";
import { progressOf } from "./progress-of";
import type { SubmissionView } from "./submission-schema";

type Row = typeof submissions.$inferSelect;

/**
 * The public view of submissions, in the order given: released scores, everything else withheld.
 * @param own whether the viewer may also see how they ran on original images
 */
export async function viewSubmissions(
  db: Database,
  rows: Row[],
  { now, own: isOwn }: { now: Date; own: boolean },
): Promise<SubmissionView[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const context = await db
    .select({
      id: submissions.id,
      benchmark: benchmarks.slug,
      team: teams.slug,
      inspection: modelFiles.inspection,
    })
    .from(submissions)
    .innerJoin(benchmarks, eq(benchmarks.id, submissions.benchmarkId))
    .innerJoin(teams, eq(teams.id, submissions.teamId))
    .innerJoin(modelFiles, eq(modelFiles.hash, submissions.modelHash))
    .where(inArray(submissions.id, ids));
  const named = new Map(context.map((row) => [row.id, row]));
  const released = await releasedScores(db, ids);
  const withheld = await withheldScores(db, rows);
  const receipts = await receiptsOf(db, ids);
  const positions = await queuePositions(db);
  const removed = isOwn ? await filesRemovedAt(db, rows) : new Map<string, Date>();
  const unapproved = rows.filter((row) => row.state === "awaiting-approval");
  const queues = await approvalQueues(db, [...new Set(unapproved.map((row) => row.benchmarkId))]);
  return rows.map((row) => {
    const all = released.get(row.id) ?? [];
    const own = row.state === "voided" ? all.filter(({ kind }) => kind === "exact") : all;
    const missing = row.state === "scored" ? (withheld.get(row.benchmarkId) ?? []) : [];
    const known = new Set(own.map((score) => `${score.testSet} ${score.metric}`));
    return {
      id: row.id,
      benchmark: named.get(row.id)!.benchmark,
      name: row.name,
      team: named.get(row.id)!.team,
      state: row.state,
      queuePosition: row.state === "queued" ? (positions.get(row.id) ?? 1) : null,
      approval: row.state === "awaiting-approval" ? (queues.get(row.benchmarkId) ?? null) : null,
      progress: progressOf(row, now),
      inspection: named.get(row.id)!.inspection,
      preprocessing: row.preprocessing,
      atLeast: row.atLeast,
      links: row.links,
      training: row.training,
      expectedOriginalAccuracy: row.expectedOriginal,
      advice: row.state === "waiting-for-you" ? row.advice : null,
      goOnBy: row.goOnBy?.toISOString() ?? null,
      spentAt: row.spentAt?.toISOString() ?? null,
      originalScores: own.filter(({ kind }) => kind === "exact"),
      log: isOwn ? row.runLog : null,
      scores: [...own, ...missing.filter((score) => !known.has(`${score.testSet} ${score.metric}`))],
      decision: row.decision,
      refusal: row.explanation,
      modelHash: row.modelHash,
      fileRemovedAt: removed.get(row.id)?.toISOString() ?? null,
      alreadyScored: false,
      receipt: receipts.get(row.id) ?? null,
      submittedAt: row.submittedAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      verifiedAt: row.verifiedAt?.toISOString() ?? null,
    };
  });
}

async function releasedScores(db: Database, ids: string[]) {
  const rows = await db
    .select({ score: scores, testSet: testSets.name })
    .from(scores)
    .innerJoin(testSetVersions, eq(testSetVersions.id, scores.versionId))
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .where(inArray(scores.submissionId, ids))
    .orderBy(asc(testSets.role), asc(testSets.position), asc(scores.metric));
  const bySubmission = new Map<string, Score[]>();
  for (const { score, testSet } of rows) {
    const list = bySubmission.get(score.submissionId) ?? [];
    list.push(restoreScore(testSet, score.metric, score));
    bySubmission.set(score.submissionId, list);
  }
  return bySubmission;
}

/** A submission's scores on the benchmark's hidden test sets until anything is released. */
async function withheldScores(db: Database, rows: Row[]) {
  const byBenchmark = new Map<string, Score[]>();
  for (const benchmarkId of new Set(rows.map((row) => row.benchmarkId))) {
    const [benchmark] = await db.select().from(benchmarks).where(eq(benchmarks.id, benchmarkId));
    const metrics = metricsFor(benchmark?.classes.length ?? 0);
    const versions = await evaluableVersions(db, benchmarkId);
    const hidden = versions.filter(({ testSet }) => testSet.role === "hidden");
    byBenchmark.set(
      benchmarkId,
      hidden.flatMap(({ testSet, version }) =>
        metrics.map((metric) => labelScore(testSet.name, metric, withhold({ total: version.images }))),
      ),
    );
  }
  return byBenchmark;
}

async function queuePositions(db: Database) {
  const waiting = await db
    .select({
      id: submissions.id,
      position: sql<number>`row_number() over (order by ${submissions.turn}, ${submissions.sequence})::int`,
    })
    .from(submissions)
    .where(and(eq(submissions.state, "queued")));
  return new Map(waiting.map((row) => [row.id, row.position]));
}
