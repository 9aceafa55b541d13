import { repeatRequests } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import type { ActContext } from "../../context";
import { RungError } from "../../errors";
import { submissionForAct } from "./submission-for-act";

/**
 * Has a worker run the hidden evaluation of a decided submission again, when it has nothing else to do, and compare. Nothing that was
 * decided changes by it, nobody's turn or quota is used, and the outcome is for auditors alone. Asked again before it is
 * done, it runs once.
 * @throws RungError `not_found`; `too_late` where nothing was decided
 */
export async function requestRepeat({
  ctx,
  input,
}: {
  ctx: ActContext;
  input: { id: string };
}): Promise<void> {
  const { id: submissionId } = input;
  const at = ctx.now();
  await ctx.db.transaction(async (tx) => {
    const { state, versionIds, teamId } = await submissionForAct(tx, submissionId);
    const wasDecided = state === "scored" || state === "voided" || versionIds !== null;
    if (!wasDecided) {
      throw new RungError("too_late", `Nothing is decided: this submission is ${state}.`, "");
    }
    const userId = ctx.viewer?.userId ?? null;
    const asked = { userId, requestedAt: at, endedAt: null };
    await tx
      .insert(repeatRequests)
      .values({ submissionId, ...asked })
      .onConflictDoUpdate({ target: repeatRequests.submissionId, set: asked });
    const fields = { submission: submissionId, team: teamId, stage: "asked", by: userId } as const;
    await appendLine(tx, { kind: "repeat", at, public: fields });
    await ctx.queue.enqueue(tx, "repeat-evaluation", { submissionId });
  });
}
