import { and, asc, eq, isNull, lte } from "drizzle-orm";
import type { Database } from "../../db/client";
import { submissions } from "../../db/schema";
import type { Context } from "../context";

/** The clocks of two machines differ by less. */
const skewMs = 60_000;

/**
 * Call this in the transaction that takes a submission out of its team's queue, after the change: the first one behind it that
 * waited past its time gets a new job, which releases whatever is due. One whose time is still to come still has a worker.
 */
export async function wakeWaiting({
  ctx,
  tx,
  team,
}: {
  ctx: Pick<Context, "queue" | "now">;
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
        isNull(submissions.parkedAt),
        lte(submissions.hiddenDueAt, new Date(ctx.now().getTime() + skewMs)),
      ),
    )
    .orderBy(asc(submissions.spendOrder))
    .limit(1);
  if (next) await ctx.queue.enqueue(tx, "evaluate-hidden", { submissionId: next.id });
}
