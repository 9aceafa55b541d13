import { and, asc, eq, inArray, isNotNull, lt, max } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { hiddenRuns, publishedHeads, submissions } from "../../../db/schema";
import { benchmarkChanged } from "../../benchmarks/benchmark-changed";
import type { Context } from "../../context";
import { lockTeam } from "../lock-team";
import { joinLadders } from "./join-ladders";
import { recordRelease } from "./record-release";

type Submission = typeof submissions.$inferSelect;

/**
 * Releases a team's submissions to a benchmark whose time has come, in the order of spending: one that is not ready delays those
 * after it, so that the ladder steps in order. One that is not spent delays nothing. Each step is written once, whole or not at all.
 * @param random fractions in [0, 1) from a cryptographic source, for the noise
 * @returns the ids of the submissions that ended
 */
export async function releaseDue({
  ctx,
  input,
  random,
}: {
  ctx: Context;
  input: { teamId: string; benchmarkId: string };
  random: () => number;
}): Promise<string[]> {
  return ctx.db.transaction(async (tx) => {
    const teamId = await lockTeam(tx, input.teamId);
    await joinLadders({ ctx: { ...ctx, db: tx }, input: { teamId } });
    const ended: string[] = [];
    for (const submission of await unfinished(tx, { ...input, teamId })) {
      const readyAt = await readyTime(tx, submission);
      if (!readyAt || readyAt > ctx.now()) break;
      const at = await releaseTime(tx, submission, readyAt);
      const outcome = await recordRelease({ tx, submission, at, random });
      if (outcome !== "ended") break;
      // Not while it waits for a maintainer: likeness to a model whose score is known would tell its own.
      await ctx.queue.enqueue(tx, "compare-predictions", { submissionId: submission.id });
      ended.push(submission.id);
    }
    if (ended.length > 0) await benchmarkChanged({ ctx, tx, benchmarkId: input.benchmarkId });
    return ended;
  });
}

function unfinished(tx: Database, input: { teamId: string; benchmarkId: string }) {
  return tx
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.teamId, input.teamId),
        eq(submissions.benchmarkId, input.benchmarkId),
        eq(submissions.kind, "entry"),
        isNotNull(submissions.spentAt),
        inArray(submissions.state, ["evaluating", "awaiting-approval"]),
      ),
    )
    .orderBy(asc(submissions.spendOrder))
    .for("update");
}

/** When a submission's result may appear; null where it waits for something else. */
async function readyTime(tx: Database, submission: Submission): Promise<Date | null> {
  if (submission.state !== "evaluating" || submission.parkedAt) return null;
  const [run] = await tx.select().from(hiddenRuns).where(eq(hiddenRuns.submissionId, submission.id));
  return run?.readyAt ?? submission.hiddenDueAt;
}

/**
 * A release's recorded time: the earliest that public facts alone allow. That is the end of its window, or the approval, or when there
 * was room for it, the end of the team's earlier submissions, or the beginning of a day whose head is published; the clock would
 * reveal how busy the machine was.
 */
async function releaseTime(tx: Database, submission: Submission, readyAt: Date): Promise<Date> {
  const [earlier] = await tx
    .select({ endedAt: max(submissions.endedAt) })
    .from(submissions)
    .where(
      and(
        eq(submissions.teamId, submission.teamId),
        eq(submissions.benchmarkId, submission.benchmarkId),
        lt(submissions.spendOrder, submission.spendOrder!),
      ),
    );
  // What others know to be the log up to a day's beginning stays so: what is released later is dated from then on.
  const [last] = await tx.select({ day: max(publishedHeads.day) }).from(publishedHeads);
  const { approvedAt, checkedAgainAt } = submission;
  const begun = last?.day ? new Date(last.day) : null;
  const times = [readyAt, approvedAt, checkedAgainAt, earlier?.endedAt ?? null, begun];
  return new Date(Math.max(...times.map(Number)));
}
