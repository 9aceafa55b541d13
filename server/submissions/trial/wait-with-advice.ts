import { submissions } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import type { Context } from "../../context";
import type { RunLog } from "../../evaluation/run-log-schema";
import { lockTeam } from "../lock-team";
import { startWaiting } from "../spending/start-waiting";
import { adviseSetting } from "./advise-setting";
import type { SettingsFinding } from "./judge-settings";
import { onTrial } from "./on-trial";

/**
 * Has a submission wait for its team before its original part, because another preprocessing suits the model clearly better. The part is not
 * counted as had, only the processor time that the trial took. Does nothing where the submission was withdrawn meanwhile.
 * @param cpuMs processor time, all there was
 */
export async function waitWithAdvice({
  ctx,
  input,
}: {
  ctx: Context;
  input: {
    submissionId: string;
    versionId: string;
    finding: SettingsFinding & { better: NonNullable<SettingsFinding["better"]> };
    cpuMs: number;
    log: RunLog;
  };
}): Promise<void> {
  const { submissionId, versionId, finding, cpuMs, log } = input;
  const now = ctx.now();
  await ctx.db.transaction(async (tx) => {
    const [found] = await tx.select().from(submissions).where(onTrial(submissionId));
    if (!found) return;
    await lockTeam(tx, found.teamId);
    const [submission] = await tx
      .update(submissions)
      .set({ originalCpuMs: cpuMs, runLog: log, claimedAt: null })
      .where(onTrial(submissionId))
      .returning();
    if (!submission) return;
    const { images, correct, better } = finding;
    await appendLine(tx, {
      kind: "trial",
      at: now,
      public: {
        submission: submissionId,
        version: versionId,
        images,
        declared: correct,
        better: better.correct,
      },
    });
    const advice = adviseSetting(submission.preprocessing, finding);
    await startWaiting({ tx, submission, advice, now });
  });
}
