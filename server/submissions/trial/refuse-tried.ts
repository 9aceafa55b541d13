import { submissions } from "../../../db/schema";
import type { Explanation } from "../../../db/schema/submissions";
import { appendLine } from "../../audit-log/append-line";
import type { Context } from "../../context";
import type { RunLog } from "../../evaluation/run-log-schema";
import { onTrial } from "./on-trial";

/**
 * Refuses a submission whose model cannot be run, found before its original part: that is not counted as one, only the processor time
 * that the trial took. Does nothing where the submission was withdrawn meanwhile.
 * @param cpuMs processor time, all there was
 */
export async function refuseTried({
  ctx,
  input,
}: {
  ctx: Context;
  input: {
    submissionId: string;
    versionId: string;
    explanation: Explanation;
    cpuMs: number;
    log: RunLog;
  };
}): Promise<void> {
  const { submissionId, versionId, explanation, cpuMs, log } = input;
  const now = ctx.now();
  await ctx.db.transaction(async (tx) => {
    const [refused] = await tx
      .update(submissions)
      .set({
        state: "refused",
        explanation,
        runLog: log,
        originalCpuMs: cpuMs,
        claimedAt: null,
        endedAt: now,
      })
      .where(onTrial(submissionId))
      .returning({ id: submissions.id });
    if (!refused) return;
    await appendLine(tx, {
      kind: "trial",
      at: now,
      public: { submission: submissionId, version: versionId, refused: explanation.code },
    });
  });
}
