import { and, count, eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { benchmarks, submissions } from "../../../db/schema";
import type { Advice } from "../../../db/schema/submissions";
import { appendLine } from "../../audit-log/append-line";

const dayMs = 24 * 3600 * 1000;
/** How long a submission waits for its team. */
export const waitMs = 7 * dayMs;

/**
 * Has a submission wait for its team before its hidden part, in the caller's transaction, which has taken the team's turn. At most as
 * many wait as a team may spend in a day; one more is withdrawn, at no cost.
 */
export async function startWaiting(given: {
  tx: Database;
  submission: Pick<typeof submissions.$inferSelect, "id" | "teamId" | "benchmarkId">;
  advice: Advice;
  now: Date;
}): Promise<void> {
  const { tx, submission, advice, now } = given;
  const { id, teamId, benchmarkId } = submission;
  const [benchmark] = await tx.select().from(benchmarks).where(eq(benchmarks.id, benchmarkId));
  const [waiting] = await tx
    .select({ n: count() })
    .from(submissions)
    .where(
      and(
        eq(submissions.teamId, teamId),
        eq(submissions.benchmarkId, benchmarkId),
        eq(submissions.state, "waiting-for-you"),
      ),
    );
  if (waiting!.n < benchmark!.perDay) {
    const goOnBy = new Date(now.getTime() + waitMs);
    await tx
      .update(submissions)
      .set({ state: "waiting-for-you", advice, goOnBy })
      .where(eq(submissions.id, id));
    return;
  }
  const explanation = {
    code: "too_many_wait",
    message: `${advice.message} It was withdrawn: ${waiting!.n} of your submissions wait for you already.`,
    hint: "Spend or withdraw one of those, and submit this one again.",
  };
  await tx
    .update(submissions)
    .set({ state: "withdrawn", explanation, endedAt: now })
    .where(eq(submissions.id, id));
  await appendLine(tx, {
    kind: "lapse",
    at: now,
    public: { submission: id, team: teamId, because: "too-many-wait" },
  });
}
