import { eq } from "drizzle-orm";
import { submissions } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import { benchmarkChanged } from "../../benchmarks/benchmark-changed";
import type { MaintainerContext } from "../../context";
import { RungError } from "../../errors";
import { submissionForAct } from "./submission-for-act";

/**
 * Marks a scored submission as verified (its authors and code have been checked), or removes the mark. Scores stay.
 * @throws RungError `not_found`; `too_late` if it is not scored
 */
export async function verifySubmission({
  ctx,
  input,
}: {
  ctx: MaintainerContext;
  input: { id: string; verified: boolean };
}): Promise<void> {
  const now = ctx.now();
  await ctx.db.transaction(async (tx) => {
    const submission = await submissionForAct(tx, input.id);
    if (submission.state !== "scored") {
      throw new RungError(
        "too_late",
        `Only a scored submission can be verified; this one is ${submission.state}.`,
        "Wait until it is scored.",
      );
    }
    if ((submission.verifiedAt !== null) === input.verified) return;
    await tx
      .update(submissions)
      .set({ verifiedAt: input.verified ? now : null })
      .where(eq(submissions.id, input.id));
    await appendLine(tx, {
      kind: "verification",
      at: now,
      public: { submission: input.id, verified: input.verified, by: ctx.viewer.userId },
    });
    await benchmarkChanged({ ctx, tx, benchmarkId: submission.benchmarkId });
  });
}
