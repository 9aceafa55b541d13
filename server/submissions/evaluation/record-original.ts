import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { benchmarks, evaluations, scores, submissions } from "../../../db/schema";
import type { Explanation } from "../../../db/schema/submissions";
import { appendLine } from "../../audit-log/append-line";
import { benchmarkChanged } from "../../benchmarks/benchmark-changed";
import type { Context } from "../../context";
import { countedMetrics, countsOf } from "../../evaluation/by-metric";
import { hiddenAllowance } from "../../evaluation/hidden-allowance";
import type { RunLog } from "../../evaluation/run-log-schema";
import { releaseExact } from "../../release/released-score";
import { type EvaluableVersion, evaluableVersions } from "../../test-sets/evaluable-versions";
import { idsOfVersions } from "../ids-of-versions";
import { lockTeam } from "../lock-team";
import { reasonToWait } from "../spending/reason-to-wait";
import { spendSubmission } from "../spending/spend-submission";
import { startWaiting } from "../spending/start-waiting";
import { explainWindow } from "./explain-window";
import { failSubmission } from "./fail-submission";
import { evaluationRow, type Outcome } from "./outcome";
import { scoreRow } from "./score-row";

/**
 * Records the exact outcome on the original test sets, which is public at once. The hidden part is then spent, or waits for the
 * team; a submission to a benchmark without hidden test sets ends here, and a model too slow for hidden ones fails. Calling it again
 * changes nothing.
 * @param earlierCpuMs processor time that its trial took
 */
export async function recordOriginal({
  ctx,
  input,
}: {
  ctx: Context;
  input: { submissionId: string; outcomes: Outcome[]; earlierCpuMs?: number; log?: RunLog };
}): Promise<void> {
  const now = ctx.now();
  await ctx.db.transaction(async (tx) => {
    await lockTeamOf(tx, input.submissionId);
    // Whatever became of the submission meanwhile, this was had.
    const { outcomes, earlierCpuMs = 0, log = null } = input;
    const originalCpuMs = outcomes.reduce((sum, { cpuMs }) => sum + cpuMs, earlierCpuMs);
    await tx
      .update(submissions)
      .set({ originalCpuMs, runLog: log })
      .where(eq(submissions.id, input.submissionId));
    const [submission] = await tx
      .select()
      .from(submissions)
      .where(
        and(
          eq(submissions.id, input.submissionId),
          eq(submissions.state, "evaluating"),
          isNull(submissions.hiddenClaimedAt),
        ),
      )
      .for("update");
    if (!submission) return;
    const versions = await evaluableVersions(tx, submission.benchmarkId);
    const hidden = versions.filter(({ testSet }) => testSet.role === "hidden");
    const tooLong = await explainLength(tx, submission.benchmarkId, input.outcomes, hidden);
    if (tooLong) {
      const failed = { submissionId: submission.id, explanation: tooLong, cpuMs: originalCpuMs };
      return failSubmission({ ctx: { ...ctx, db: tx }, input: failed });
    }
    const inserted = await tx
      .insert(evaluations)
      .values(input.outcomes.map((outcome) => evaluationRow(submission.id, outcome, now)))
      .onConflictDoNothing()
      .returning({ id: evaluations.id });
    if (inserted.length === 0) return;
    for (const outcome of input.outcomes) await publish(tx, submission.id, outcome, now);
    await appendLine(tx, {
      kind: "evaluation",
      at: now,
      public: {
        submission: submission.id,
        role: "original",
        results: input.outcomes.map((outcome) => ({
          version: outcome.versionId,
          total: outcome.total,
          ...countsOf(outcome),
          device: outcome.ran.device,
        })),
      },
    });
    await tx
      .update(submissions)
      .set({ originalDone: submission.originalTotal })
      .where(eq(submissions.id, submission.id));
    if (hidden.length > 0) return proceed({ ctx, tx, submission, input });
    await tx
      .update(submissions)
      .set({ state: "scored", versionIds: idsOfVersions(versions), spentAt: now, endedAt: now })
      .where(eq(submissions.id, submission.id));
    await benchmarkChanged({ ctx, tx, benchmarkId: submission.benchmarkId });
  });
}

async function proceed(given: {
  ctx: Context;
  tx: Database;
  submission: typeof submissions.$inferSelect;
  input: { outcomes: Outcome[] };
}): Promise<void> {
  const { ctx, tx, submission, input } = given;
  if (submission.kind === "reference") {
    return ctx.queue.enqueue(tx, "evaluate-hidden", { submissionId: submission.id });
  }
  const [first] = input.outcomes;
  const reason = reasonToWait({
    asks: submission.asks,
    expected: submission.expectedOriginal,
    accuracy: first!.top1 / first!.total,
  });
  const advice = reason ?? (await refusedToSpend(given));
  if (advice) await startWaiting({ tx, submission, advice, now: ctx.now() });
}

async function refusedToSpend(given: Parameters<typeof proceed>[0]): Promise<Explanation | null> {
  const refusal = await spendSubmission({ ...given, by: null });
  return refusal && { code: refusal.code, message: refusal.message, hint: refusal.hint };
}

async function lockTeamOf(tx: Database, submissionId: string): Promise<void> {
  const [found] = await tx
    .select({ teamId: submissions.teamId })
    .from(submissions)
    .where(eq(submissions.id, submissionId));
  if (found) await lockTeam(tx, found.teamId);
}

/** By the time that these outcomes took. */
async function explainLength(
  tx: Database,
  benchmarkId: string,
  outcomes: Outcome[],
  hidden: EvaluableVersion[],
): Promise<Explanation | null> {
  const [benchmark] = await tx.select().from(benchmarks).where(eq(benchmarks.id, benchmarkId));
  const pace = {
    cpuMs: outcomes.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    images: outcomes.reduce((sum, { total }) => sum + total, 0),
    largestChunkMs: Math.max(0, ...outcomes.map(({ largestChunkMs }) => largestChunkMs)),
    threads: Math.max(1, ...outcomes.map(({ ran }) => ran.threads)),
  };
  const images = hidden.reduce((sum, { version }) => sum + version.images + version.auditImages, 0);
  return hidden.length > 0 ? explainWindow(hiddenAllowance(pace, images), benchmark!.maxWindowMs) : null;
}

async function publish(tx: Database, submissionId: string, outcome: Outcome, at: Date) {
  const { versionId, total } = outcome;
  for (const { metric, correct } of countedMetrics(outcome)) {
    const row = scoreRow({ submissionId, versionId, metric, score: releaseExact({ correct, total }), at });
    await tx.insert(scores).values(row).onConflictDoNothing();
  }
}
