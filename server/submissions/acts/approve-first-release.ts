import { and, eq } from "drizzle-orm";
import { submissions } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import { benchmarkChanged } from "../../benchmarks/benchmark-changed";
import type { MaintainerContext } from "../../context";
import { RungError } from "../../errors";
import { submissionForAct } from "./submission-for-act";

/**
 * Allows a new team's first score although the pool's budget of first releases is used up. A worker then decides it as usual: its
 * evaluation is recorded, so nothing runs again. One more team learns something about the hidden set.
 * @throws RungError `not_found`; `too_late` if it is not waiting for approval
 */
export async function approveFirstRelease({
  ctx,
  input,
}: {
  ctx: MaintainerContext;
  input: { id: string };
}): Promise<void> {
  const now = ctx.now();
  await ctx.db.transaction(async (tx) => {
    const { benchmarkId, teamId } = await submissionForAct(tx, input.id);
    const [approved] = await tx
      .update(submissions)
      .set({ state: "evaluating", approvedAt: now })
      .where(and(eq(submissions.id, input.id), eq(submissions.state, "awaiting-approval")))
      .returning({ id: submissions.id });
    if (!approved) {
      throw new RungError(
        "too_late",
        "This submission is not waiting for approval.",
        "Check its state: somebody may already have approved or disqualified it.",
      );
    }
    await appendLine(tx, {
      kind: "approval",
      at: now,
      public: { submission: input.id, team: teamId, by: ctx.viewer.userId },
    });
    await ctx.queue.enqueue(tx, "evaluate-hidden", { submissionId: input.id });
    await benchmarkChanged({ ctx, tx, benchmarkId });
  });
}
