import { and, eq, isNull } from "drizzle-orm";
import { submissions } from "../../../db/schema";
import type { Explanation } from "../../../db/schema/submissions";
import { appendLine } from "../../audit-log/append-line";
import { benchmarkChanged } from "../../benchmarks/benchmark-changed";
import type { Context } from "../../context";
import type { RunLog } from "../../evaluation/run-log-schema";

/**
 * Ends a submission whose model failed on *original* images, with an explanation. It does not count against the quota, but
 * what it took there does against the team's budget of original parts. There is no failure on hidden images.
 * @param cpuMs processor time that the model took
 */
export async function failSubmission({
  ctx,
  input,
}: {
  ctx: Context;
  input: { submissionId: string; explanation: Explanation; cpuMs: number; log?: RunLog };
}): Promise<void> {
  const now = ctx.now();
  await ctx.db.transaction(async (tx) => {
    await tx
      .update(submissions)
      .set({ originalCpuMs: input.cpuMs, ...(input.log && { runLog: input.log }) })
      .where(eq(submissions.id, input.submissionId));
    const [failed] = await tx
      .update(submissions)
      .set({ state: "failed", explanation: input.explanation, endedAt: now })
      .where(
        and(
          eq(submissions.id, input.submissionId),
          eq(submissions.state, "evaluating"),
          isNull(submissions.hiddenClaimedAt),
        ),
      )
      .returning({ benchmarkId: submissions.benchmarkId, kind: submissions.kind });
    if (!failed) return;
    await appendLine(tx, {
      kind: "failure",
      at: now,
      public: { submission: input.submissionId, code: input.explanation.code },
      secret: { message: input.explanation.message },
    });
    // The line over images waits until no reference does.
    if (failed.kind === "reference") await benchmarkChanged({ ctx, tx, benchmarkId: failed.benchmarkId });
  });
}
