import { and, eq, exists, inArray, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { scores, submissions } from "../../db/schema";
import type { Context } from "../context";
import { statesScoredExactly } from "./states-scored-exactly";

/** After every team's own submissions. */
const last = -1_000_000;

/**
 * Has the submissions to a benchmark that were scored on its original test set scored on public ones that came later too, in the
 * transaction that brings one. It costs their teams nothing.
 */
export async function queuePublic({
  ctx,
  tx,
  benchmarkId,
}: {
  ctx: Pick<Context, "queue">;
  tx: Database;
  benchmarkId: string;
}): Promise<void> {
  const isScoredExactly = exists(
    tx
      .select({ one: sql`1` })
      .from(scores)
      .where(and(eq(scores.submissionId, submissions.id), eq(scores.kind, "exact"))),
  );
  const found = await tx
    .select({ id: submissions.id, teamId: submissions.teamId })
    .from(submissions)
    .where(
      and(
        eq(submissions.benchmarkId, benchmarkId),
        inArray(submissions.state, [...statesScoredExactly]),
        isScoredExactly,
      ),
    )
    .orderBy(submissions.sequence);
  for (const { id, teamId } of found) {
    await ctx.queue.enqueue(tx, "evaluate-original", { submissionId: id }, { priority: last, group: teamId });
  }
}
