import { and, eq, gt } from "drizzle-orm";
import { submissions } from "../../../db/schema";
import type { ResearcherContext } from "../../context";
import { RungError } from "../../errors";
import { getSubmission } from "../get-submission";
import { lockTeam } from "../lock-team";
import type { SubmissionView } from "../submission-schema";
import { goOnAsDeclared } from "./go-on-as-declared";
import { spendSubmission } from "./spend-submission";

/**
 * Has a submission of the viewer's team that waits for it go on: with its original part, as declared, where another preprocessing was
 * advised before that; else its hidden part is spent, and from now on it counts against the quota.
 * @throws RungError `not_found`; `too_late` where it does not wait (any more); `quota_spent` (says when the next is allowed)
 */
export async function goOnSubmission({
  ctx: caller,
  input,
}: {
  ctx: ResearcherContext;
  input: { id: string };
}): Promise<SubmissionView> {
  await getSubmission({ ctx: caller, input });
  const outcome = await caller.db.transaction(async (tx) => {
    const teamId = await lockTeam(tx, caller.viewer.teamId);
    const [submission] = await tx
      .select()
      .from(submissions)
      .where(
        and(
          eq(submissions.id, input.id),
          eq(submissions.teamId, teamId),
          eq(submissions.state, "waiting-for-you"),
          gt(submissions.goOnBy, caller.now()),
        ),
      )
      .for("update");
    if (!submission) {
      throw new RungError("too_late", "This submission does not wait for you.", "Look at its state.");
    }
    const refusal =
      submission.claimedAt === null
        ? await goOnAsDeclared({ ctx: caller, tx, submission })
        : await spendSubmission({ ctx: caller, tx, submission, by: caller.viewer.userId });
    return { refusal, viewer: { ...caller.viewer, teamId } };
  });
  if (outcome.refusal) throw outcome.refusal;
  return getSubmission({ ctx: { ...caller, viewer: outcome.viewer }, input });
}
