import { eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { submissions } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import { benchmarkChanged } from "../../benchmarks/benchmark-changed";
import type { ActContext } from "../../context";

/** Lets a first release that waits go on, in the caller's transaction: a worker then decides it from what is recorded. */
export async function letOut({
  ctx,
  tx,
  submission,
}: {
  ctx: Pick<ActContext, "queue" | "now" | "viewer">;
  tx: Database;
  submission: Pick<typeof submissions.$inferSelect, "id" | "teamId" | "benchmarkId">;
}): Promise<void> {
  const { id, teamId, benchmarkId } = submission;
  const at = ctx.now();
  await tx.update(submissions).set({ state: "evaluating", approvedAt: at }).where(eq(submissions.id, id));
  const fields = { submission: id, team: teamId, by: ctx.viewer?.userId ?? null };
  await appendLine(tx, { kind: "approval", at, public: fields });
  await ctx.queue.enqueue(tx, "evaluate-hidden", { submissionId: id });
  await benchmarkChanged({ ctx, tx, benchmarkId });
}
