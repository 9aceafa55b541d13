import { eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { scores, submissions } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import { benchmarkChanged } from "../../benchmarks/benchmark-changed";
import type { ActContext } from "../../context";
import { RungError } from "../../errors";
import { evaluableVersions } from "../../test-sets/evaluable-versions";
import { queueOriginal } from "../queue-original";
import { waitMs } from "../spending/start-waiting";
import { submissionForAct } from "./submission-for-act";

/**
 * Reinstates a disqualified submission, with a reason for the log. If it was decided, its released scores count again; nothing is
 * decided anew. If not, it continues where it was, and counts against the quota as it always did.
 * @throws RungError `not_found`; `too_late` if it is not disqualified
 */
export async function reinstateSubmission({
  ctx,
  input,
}: {
  ctx: ActContext;
  input: { id: string; reason: string };
}): Promise<void> {
  const now = ctx.now();
  await ctx.db.transaction(async (tx) => {
    const submission = await submissionForAct(tx, input.id);
    if (submission.state !== "disqualified") {
      throw new RungError("too_late", `This submission is ${submission.state}, not disqualified.`, "");
    }
    const [scored] = await tx
      .select({ on: scores.versionId })
      .from(scores)
      .where(eq(scores.submissionId, input.id))
      .limit(1);
    const isOver =
      submission.decision !== null || (scored !== undefined && !(await hasHidden(tx, submission)));
    const state = isOver
      ? "scored"
      : !scored
        ? "queued"
        : submission.spentAt
          ? "evaluating"
          : "waiting-for-you";
    const endedAt = isOver ? submission.endedAt : null;
    const goOnBy = state === "waiting-for-you" ? new Date(now.getTime() + waitMs) : null;
    await tx
      .update(submissions)
      .set({ state, explanation: null, endedAt, goOnBy })
      .where(eq(submissions.id, input.id));
    await appendLine(tx, {
      kind: "reinstatement",
      at: now,
      public: { submission: input.id, state, reason: input.reason, by: ctx.viewer?.userId ?? null },
    });
    if (state === "queued") await queueOriginal({ ctx, tx, submission });
    if (state === "evaluating") await ctx.queue.enqueue(tx, "evaluate-hidden", { submissionId: input.id });
    await benchmarkChanged({ ctx, tx, benchmarkId: submission.benchmarkId });
  });
}

/** Without a hidden test set, a submission scored on the original one has ended without a decision. */
async function hasHidden(tx: Database, { benchmarkId }: { benchmarkId: string }): Promise<boolean> {
  return (await evaluableVersions(tx, benchmarkId)).some(({ testSet }) => testSet.role === "hidden");
}
