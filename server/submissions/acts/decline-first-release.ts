import { eq } from "drizzle-orm";
import { submissions } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import { benchmarkChanged } from "../../benchmarks/benchmark-changed";
import type { ActContext } from "../../context";
import { wakeWaiting } from "../wake-waiting";
import { firstReleasesForAct } from "./first-releases-for-act";

/** How a declined first release is told from other disqualifications. */
export const declinedCode = "first_release_declined";

/**
 * Declines the first scores of new teams, all or none, unseen: they end disqualified, stay spent, and hold back nothing behind them.
 * @throws RungError `not_found`; `too_late` where one of them does not wait for approval
 */
export async function declineFirstRelease({
  ctx,
  input,
}: {
  ctx: ActContext;
  input: { ids: string[] };
}): Promise<void> {
  const at = ctx.now();
  await ctx.db.transaction(async (tx) => {
    for (const { id, teamId, benchmarkId } of await firstReleasesForAct(tx, input.ids)) {
      await tx
        .update(submissions)
        .set({
          state: "disqualified",
          explanation: {
            code: declinedCode,
            message: "The first release was declined.",
            hint: "Ask the maintainers to vouch for your team. The submission stays spent.",
          },
          endedAt: at,
        })
        .where(eq(submissions.id, id));
      const fields = { submission: id, team: teamId, by: ctx.viewer?.userId ?? null };
      await appendLine(tx, { kind: "decline", at, public: fields });
      await wakeWaiting({ ctx, tx, team: { teamId, benchmarkId } });
      await benchmarkChanged({ ctx, tx, benchmarkId });
    }
  });
}
