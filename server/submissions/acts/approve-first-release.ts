import type { ActContext } from "../../context";
import { firstReleasesForAct } from "./first-releases-for-act";
import { letOut } from "./let-out";

/**
 * Lets the first scores of new teams out, all or none, although a pool's limit on them is reached. Workers then decide them as they
 * would have: their evaluations are recorded, so that nothing runs again, and nobody who approves sees a score. Each team more learns
 * something of the hidden set.
 * @throws RungError `not_found`; `too_late` where one of them does not wait for approval
 */
export async function approveFirstRelease({
  ctx,
  input,
}: {
  ctx: ActContext;
  input: { ids: string[] };
}): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    for (const submission of await firstReleasesForAct(tx, input.ids)) await letOut({ ctx, tx, submission });
  });
}
