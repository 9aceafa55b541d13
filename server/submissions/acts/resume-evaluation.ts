import { and, eq, isNotNull } from "drizzle-orm";
import { submissions } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import type { MaintainerContext } from "../../context";
import { RungError } from "../../errors";
import { submissionForAct } from "./submission-for-act";

/**
 * Has the hidden evaluation of a parked submission taken up again: run anew, or released where it was recorded.
 * @throws RungError `not_found`; `too_late` where it is not parked
 */
export async function resumeEvaluation({
  ctx,
  input,
}: {
  ctx: MaintainerContext;
  input: { id: string };
}): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { teamId } = await submissionForAct(tx, input.id);
    const [resumed] = await tx
      .update(submissions)
      .set({ parkedAt: null })
      .where(
        and(
          eq(submissions.id, input.id),
          eq(submissions.state, "evaluating"),
          isNotNull(submissions.parkedAt),
        ),
      )
      .returning({ id: submissions.id });
    if (!resumed) {
      throw new RungError(
        "too_late",
        "This submission does not wait to be taken up again.",
        "Look at its state.",
      );
    }
    await appendLine(tx, {
      kind: "resumption",
      at: ctx.now(),
      public: { submission: input.id, team: teamId, by: ctx.viewer.userId },
    });
    await ctx.queue.enqueue(tx, "evaluate-hidden", { submissionId: input.id });
  });
}
