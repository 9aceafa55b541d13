import { and, eq } from "drizzle-orm";
import { submissions } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import { benchmarkChanged } from "../../benchmarks/benchmark-changed";
import type { MaintainerContext } from "../../context";
import { RungError } from "../../errors";
import { submissionForAct } from "./submission-for-act";

/**
 * Lets a new team's first score out although the pool's budget of first releases is spent. A worker then decides it as it would
 * have: its evaluation is recorded, so that nothing runs again. One more team learns something of the hidden set.
 * @throws RungError `not_found`; `too_late` where it does not wait for approval
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
        "This submission does not wait for approval.",
        "Look at its state: somebody may have approved or disqualified it already.",
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
