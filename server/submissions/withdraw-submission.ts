import { and, eq, inArray, isNull } from "drizzle-orm";
import { submissions } from "../../db/schema";
import { appendLine } from "../audit-log/append-line";
import type { ResearcherContext } from "../context";
import { RungError } from "../errors";
import { getSubmission } from "./get-submission";
import { wakeWaiting } from "./wake-waiting";

/**
 * Withdraws a submission of the viewer's team; it then does not count against the quota.
 * @throws RungError `not_found`; `too_late` once its hidden evaluation was claimed or it has ended
 */
export async function withdrawSubmission({
  ctx,
  input,
}: {
  ctx: ResearcherContext;
  input: { id: string };
}): Promise<void> {
  await getSubmission({ ctx, input });
  const now = ctx.now();
  await ctx.db.transaction(async (tx) => {
    const [withdrawn] = await tx
      .update(submissions)
      .set({ state: "withdrawn", endedAt: now, goOnBy: null })
      .where(
        and(
          eq(submissions.id, input.id),
          eq(submissions.teamId, ctx.viewer.teamId),
          inArray(submissions.state, ["queued", "evaluating", "waiting-for-you"]),
          isNull(submissions.hiddenClaimedAt),
        ),
      )
      .returning({ benchmarkId: submissions.benchmarkId });
    if (!withdrawn) {
      throw new RungError(
        "too_late",
        "This submission can no longer be withdrawn: its evaluation on hidden images has begun, or it has ended.",
        "It counts against your quota; its result appears at its fixed time.",
      );
    }
    await appendLine(tx, {
      kind: "withdrawal",
      at: now,
      public: { submission: input.id, team: ctx.viewer.teamId },
    });
    const { benchmarkId } = withdrawn;
    await wakeWaiting({ ctx, tx, team: { teamId: ctx.viewer.teamId, benchmarkId } });
  });
}
