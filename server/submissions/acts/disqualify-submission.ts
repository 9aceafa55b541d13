import { eq } from "drizzle-orm";
import { submissions } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import { benchmarkChanged } from "../../benchmarks/benchmark-changed";
import type { MaintainerContext } from "../../context";
import { RungError } from "../../errors";
import { wakeWaiting } from "../wake-waiting";
import { submissionForAct } from "./submission-for-act";

const open = ["queued", "evaluating", "waiting-for-you", "awaiting-approval", "scored"];

/**
 * Disqualifies a submission, with a public reason: it leaves the ranking. What it revealed stays revealed: ladders, climbs,
 * records and quota are not given back.
 * @throws RungError `not_found`; `too_late` if it was already refused, withdrawn or disqualified, or has failed
 */
export async function disqualifySubmission({
  ctx,
  input,
}: {
  ctx: MaintainerContext;
  input: { id: string; reason: string };
}): Promise<void> {
  const now = ctx.now();
  await ctx.db.transaction(async (tx) => {
    const submission = await submissionForAct(tx, input.id);
    if (!open.includes(submission.state)) {
      throw new RungError(
        "too_late",
        `This submission is already ${submission.state}.`,
        "It does not appear in the ranking.",
      );
    }
    await tx
      .update(submissions)
      .set({
        state: "disqualified",
        explanation: {
          code: "disqualified",
          message: input.reason,
          hint: "Ask the maintainers. Its share of the quota and of the ladder stays spent.",
        },
        goOnBy: null,
        endedAt: submission.endedAt ?? now,
      })
      .where(eq(submissions.id, input.id));
    await appendLine(tx, {
      kind: "disqualification",
      at: now,
      public: { submission: input.id, was: submission.state, reason: input.reason, by: ctx.viewer.userId },
    });
    await wakeWaiting({ ctx, tx, team: submission });
    await benchmarkChanged({ ctx, tx, benchmarkId: submission.benchmarkId });
  });
}
