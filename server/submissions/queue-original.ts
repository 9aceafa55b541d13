import { and, count, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "../../db/client";
import { submissions } from "../../db/schema";
import type { Context } from "../context";

/**
 * Queues the original part of a submission, in the caller's transaction. Teams take turns: the first of each team come before the
 * second of any, and no two of one team run at once.
 * @param startAfter not before this time
 */
export async function queueOriginal(given: {
  ctx: Pick<Context, "queue">;
  tx: Database;
  submission: Pick<typeof submissions.$inferSelect, "id" | "teamId" | "turn">;
  startAfter?: Date;
}): Promise<void> {
  const { ctx, tx, submission, startAfter } = given;
  const place = { priority: -submission.turn, group: submission.teamId, ...(startAfter && { startAfter }) };
  await ctx.queue.enqueue(tx, "evaluate-original", { submissionId: submission.id }, place);
}

/** The turn of a team's next submission: how many of its original parts are still to be done. */
export async function nextTurn(tx: Database, teamId: string): Promise<number> {
  const [open] = await tx
    .select({ n: count() })
    .from(submissions)
    .where(
      and(
        eq(submissions.teamId, teamId),
        inArray(submissions.state, ["queued", "evaluating"]),
        isNull(submissions.spentAt),
      ),
    );
  return open!.n;
}
