import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { benchmarks, submissions } from "../../../db/schema";
import type { Explanation } from "../../../db/schema/submissions";
import { benchmarkChanged } from "../../benchmarks/benchmark-changed";
import type { Context } from "../../context";
import { hiddenAllowance, type OriginalPace } from "../../evaluation/hidden-allowance";
import type { RunLog } from "../../evaluation/run-log-schema";
import { type EvaluableVersion, evaluableVersions } from "../../test-sets/evaluable-versions";
import { idsOfVersions } from "../ids-of-versions";
import { lockTeam } from "../lock-team";
import { reasonToWait } from "../spending/reason-to-wait";
import { spendSubmission } from "../spending/spend-submission";
import { startWaiting } from "../spending/start-waiting";
import { explainWindow } from "./explain-window";
import { failSubmission } from "./fail-submission";
import type { Outcome } from "./outcome";
import { publishExact } from "./publish-exact";

/**
 * Records the exact outcome on the original test sets and on public new ones, which is public at once. The hidden part is then spent, or waits for the
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
    const tooLong = await explainLength(tx, submission.benchmarkId, paceOf(input.outcomes, versions), hidden);
    if (tooLong) {
      const failed = { submissionId: submission.id, explanation: tooLong, cpuMs: originalCpuMs };
      return failSubmission({ ctx: { ...ctx, db: tx }, input: failed });
    }
    const { id: submissionId } = submission;
    if (!(await publishExact({ tx, submissionId, role: "original", outcomes, at: now }))) return;
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

async function explainLength(
  tx: Database,
  benchmarkId: string,
  pace: OriginalPace,
  hidden: EvaluableVersion[],
): Promise<Explanation | null> {
  const [benchmark] = await tx.select().from(benchmarks).where(eq(benchmarks.id, benchmarkId));
  const images = hidden.reduce((sum, { version }) => sum + version.images + version.auditImages, 0);
  return hidden.length > 0 ? explainWindow(hiddenAllowance(pace, images), benchmark!.maxWindowMs) : null;
}

/** What the model took on original images: on public new ones, which may come later, it counts for nothing. */
function paceOf(outcomes: Outcome[], versions: EvaluableVersion[]): OriginalPace {
  const isNew = ({ versionId }: Outcome) =>
    versions.some(({ version, testSet }) => version.id === versionId && testSet.role === "public");
  const own = outcomes.filter((outcome) => !isNew(outcome));
  return {
    cpuMs: own.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    images: own.reduce((sum, { total }) => sum + total, 0),
    largestChunkMs: Math.max(0, ...own.map(({ largestChunkMs }) => largestChunkMs)),
    threads: Math.max(1, ...own.map(({ ran }) => ran.threads)),
  };
}
