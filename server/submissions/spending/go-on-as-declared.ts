import { eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { benchmarks, submissions } from "../../../db/schema";
import type { Context } from "../../context";
import type { RungError } from "../../errors";
import { queueOriginal } from "../queue-original";
import { logRefusal } from "../quota/log-refusal";
import { refuseBeyondBudget } from "../quota/refuse-beyond-budget";
import { refuseBeyondQuota } from "../quota/refuse-beyond-quota";

/**
 * Queues the original part of a submission that waited before it, with the preprocessing as its team declared it, in the caller's
 * transaction, which has taken the team's turn.
 * @returns the refusal, logged, where the team has had its original parts of the day, or could not spend what goes on by itself
 */
export async function goOnAsDeclared(given: {
  ctx: Pick<Context, "now" | "queue">;
  tx: Database;
  submission: typeof submissions.$inferSelect;
}): Promise<RungError | null> {
  const { ctx, tx, submission } = given;
  const { id, teamId, benchmarkId, asks } = submission;
  const [benchmark] = await tx.select().from(benchmarks).where(eq(benchmarks.id, benchmarkId));
  const asked = { tx, now: ctx.now(), teamId, benchmark: benchmark! };
  const refusal =
    (await refuseBeyondQuota({ ...asked, wish: "submit", forGood: asks })) ??
    (await refuseBeyondBudget(asked));
  if (refusal) return logRefusal(tx, refusal);
  await tx
    .update(submissions)
    .set({ state: "queued", asDeclared: true, advice: null, goOnBy: null })
    .where(eq(submissions.id, id));
  await queueOriginal({ ctx, tx, submission });
  return null;
}
