import { eq, sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { benchmarks, submissions } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import type { Context } from "../../context";
import type { RungError } from "../../errors";
import { logRefusal } from "../quota/log-refusal";
import { refuseBeyondQuota } from "../quota/refuse-beyond-quota";

/**
 * Spends the hidden part of a submission whose original part is done, in the caller's transaction, which has taken the team's turn:
 * quota, time and order are those of this moment. A worker then evaluates it.
 * @param by the user who said so; null where it goes on by itself
 * @returns the refusal, logged, where the quota is spent
 */
export async function spendSubmission(given: {
  ctx: Pick<Context, "now" | "queue">;
  tx: Database;
  submission: Pick<typeof submissions.$inferSelect, "id" | "teamId" | "benchmarkId" | "reJudgesId">;
  by: string | null;
}): Promise<RungError | null> {
  const { ctx, tx, submission, by } = given;
  const { id, teamId, benchmarkId, reJudgesId } = submission;
  const now = ctx.now();
  const [benchmark] = await tx.select().from(benchmarks).where(eq(benchmarks.id, benchmarkId));
  const asked = { tx, now, teamId, benchmark: benchmark!, forGood: reJudgesId !== null };
  const refusal = await refuseBeyondQuota({ ...asked, wish: "spend" });
  if (refusal) return logRefusal(tx, refusal);
  await tx
    .update(submissions)
    .set({ state: "evaluating", advice: null, goOnBy: null, spentAt: now, spendOrder: nextInOrder })
    .where(eq(submissions.id, id));
  await appendLine(tx, { kind: "spending", at: now, public: { submission: id, team: teamId, by } });
  await ctx.queue.enqueue(tx, "evaluate-hidden", { submissionId: id });
  return null;
}

/** Submissions spent before there was an order of spending have their place in the order of submission: so all are in one order. */
const nextInOrder = sql`nextval(pg_get_serial_sequence('submissions', 'sequence'))`;
