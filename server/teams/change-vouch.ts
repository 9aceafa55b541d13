import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../../db/client";
import { firstReleases, submissions, teams } from "../../db/schema";
import { appendLine } from "../audit-log/append-line";
import { benchmarkChanged } from "../benchmarks/benchmark-changed";
import type { ActContext } from "../context";
import { checkWaitingAgain } from "../submissions/acts/check-waiting-again";
import { letOut } from "../submissions/acts/let-out";

/**
 * Vouches for teams that the caller has locked in its transaction, or takes that back: their first scores that wait are let out,
 * unseen, and those of others are checked again where theirs had taken up room. A vouch once ended is given again by people only.
 */
export async function changeVouch({
  ctx,
  tx,
  teams: found,
  vouched,
  reason,
}: {
  ctx: Pick<ActContext, "now" | "queue" | "viewer">;
  tx: Database;
  teams: readonly { id: string; vouchedAt: Date | null }[];
  vouched: boolean;
  /** For the log. */
  reason: string;
}): Promise<void> {
  const at = ctx.now();
  const by = ctx.viewer?.userId ?? null;
  for (const { id } of found) {
    await tx
      .update(teams)
      .set(vouched ? { vouchedAt: at } : { vouchedAt: null, vouchEndedAt: at })
      .where(eq(teams.id, id));
    await appendLine(tx, { kind: "vouch", at, public: { team: id, vouched, reason, by } });
    for (const benchmarkId of await benchmarksOf(tx, id)) await benchmarkChanged({ ctx, tx, benchmarkId });
    if (!vouched) continue;
    const waiting = await tx
      .select()
      .from(submissions)
      .where(and(eq(submissions.teamId, id), eq(submissions.state, "awaiting-approval")));
    for (const submission of waiting) await letOut({ ctx, tx, submission });
  }
  const newly = found.filter(({ vouchedAt }) => vouched && !vouchedAt).map(({ id }) => id);
  await checkWaitingAgain({ ctx, tx, benchmarkIds: await benchmarksWithRoom(tx, newly) });
}

/** The benchmarks where the teams have first releases, which count no longer once they are vouched for. */
async function benchmarksWithRoom(tx: Database, teamIds: string[]): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ benchmarkId: submissions.benchmarkId })
    .from(firstReleases)
    .innerJoin(submissions, eq(submissions.id, firstReleases.submissionId))
    .where(inArray(submissions.teamId, teamIds));
  return rows.map(({ benchmarkId }) => benchmarkId);
}

/** The benchmarks whose meters count the team. */
async function benchmarksOf(tx: Database, teamId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ benchmarkId: submissions.benchmarkId })
    .from(submissions)
    .where(eq(submissions.teamId, teamId));
  return rows.map(({ benchmarkId }) => benchmarkId);
}
