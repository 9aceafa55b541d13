import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { submissions } from "../../../db/schema";
import { benchmarkChanged } from "../../benchmarks/benchmark-changed";
import type { Context } from "../../context";

/**
 * Call this in the transaction that makes room for first releases on these benchmarks: workers check those that wait again, the longest
 * waiting first, and let out as many as there is room for. Those that somebody is deciding on at this moment are left to them.
 */
export async function checkWaitingAgain({
  ctx,
  tx,
  benchmarkIds,
}: {
  ctx: Pick<Context, "queue" | "now">;
  tx: Database;
  benchmarkIds: readonly string[];
}): Promise<void> {
  if (benchmarkIds.length === 0) return;
  const waiting = await tx
    .select({ id: submissions.id, benchmarkId: submissions.benchmarkId })
    .from(submissions)
    .where(
      and(inArray(submissions.benchmarkId, [...benchmarkIds]), eq(submissions.state, "awaiting-approval")),
    )
    .orderBy(asc(submissions.hiddenDueAt), asc(submissions.sequence))
    .for("update", { skipLocked: true });
  for (const { id } of waiting) {
    await tx
      .update(submissions)
      .set({ state: "evaluating", checkedAgainAt: ctx.now() })
      .where(eq(submissions.id, id));
    await ctx.queue.enqueue(tx, "evaluate-hidden", { submissionId: id });
  }
  const changed = new Set(waiting.map(({ benchmarkId }) => benchmarkId));
  for (const benchmarkId of changed) await benchmarkChanged({ ctx, tx, benchmarkId });
}
