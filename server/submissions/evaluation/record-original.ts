import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { evaluations, scores, submissions } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import { benchmarkChanged } from "../../benchmarks/benchmark-changed";
import type { Context } from "../../context";
import { countedMetrics, countsOf } from "../../evaluation/by-metric";
import { releaseExact } from "../../release/released-score";
import { evaluableVersions } from "../../test-sets/evaluable-versions";
import { evaluationRow, type Outcome } from "./outcome";
import { scoreRow } from "./score-row";

/**
 * Records the exact outcome on the original test sets, which is public at once, and queues the hidden part (or ends the
 * submission if the benchmark has no hidden test set). Calling it again changes nothing.
 */
export async function recordOriginal({
  ctx,
  input,
}: {
  ctx: Context;
  input: { submissionId: string; outcomes: Outcome[] };
}): Promise<void> {
  const now = ctx.now();
  await ctx.db.transaction(async (tx) => {
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
    const hidden = (await evaluableVersions(tx, submission.benchmarkId)).filter(
      (v) => v.testSet.role === "hidden",
    );
    if (hidden.length > 0) await ctx.queue.enqueue(tx, "evaluate-hidden", { submissionId: submission.id });
    else {
      await tx
        .update(submissions)
        .set({ state: "scored", endedAt: now })
        .where(eq(submissions.id, submission.id));
      await benchmarkChanged({ ctx, tx, benchmarkId: submission.benchmarkId });
    }
  });
}

async function publish(tx: Database, submissionId: string, outcome: Outcome, at: Date) {
  const { versionId, total } = outcome;
  for (const { metric, correct } of countedMetrics(outcome)) {
    const row = scoreRow({ submissionId, versionId, metric, score: releaseExact({ correct, total }), at });
    await tx.insert(scores).values(row).onConflictDoNothing();
  }
}
