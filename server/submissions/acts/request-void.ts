import { voidRequests } from "../../../db/schema";
import type { MaintainerContext } from "../../context";
import { RungError } from "../../errors";
import { submissionForAct } from "./submission-for-act";

/**
 * Asks a worker to void the decision on a submission: whether there is evidence, only it may see. Asked again, the last reason counts.
 * @throws RungError `not_found`; `too_late` if it is not scored
 */
export async function requestVoid({
  ctx,
  input,
}: {
  ctx: MaintainerContext;
  input: { id: string; reason: string };
}): Promise<void> {
  const { id, reason } = input;
  await ctx.db.transaction(async (tx) => {
    const { state } = await submissionForAct(tx, id);
    if (state !== "scored") {
      throw new RungError("too_late", `Nothing is decided: this submission is ${state}.`, "");
    }
    const asked = { userId: ctx.viewer.userId, reason, requestedAt: ctx.now(), refusal: null };
    await tx
      .insert(voidRequests)
      .values({ submissionId: id, ...asked })
      .onConflictDoUpdate({ target: voidRequests.submissionId, set: asked });
    await ctx.queue.enqueue(tx, "void-decision", { submissionId: id });
  });
}
