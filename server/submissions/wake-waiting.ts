import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Database } from "../../db/client";
import { submissions } from "../../db/schema";
import type { Context } from "../context";

/**
 * To be called in the transaction that takes a submission out of its team's queue: the first one that was evaluated and waited
 * behind it gets a job again, which releases whatever is due.
 */
export async function wakeWaiting({
  ctx,
  tx,
  team,
}: {
  ctx: Pick<Context, "queue">;
  tx: Database;
  team: { teamId: string; benchmarkId: string };
}): Promise<void> {
  const [next] = await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(
      and(
        eq(submissions.teamId, team.teamId),
        eq(submissions.benchmarkId, team.benchmarkId),
        eq(submissions.state, "evaluating"),
        isNotNull(submissions.hiddenClaimedAt),
      ),
    )
    .orderBy(asc(submissions.sequence))
    .limit(1);
  if (next) await ctx.queue.enqueue(tx, "evaluate-hidden", { submissionId: next.id });
}
