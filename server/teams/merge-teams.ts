import { and, eq, inArray, max } from "drizzle-orm";
import type { Database } from "../../db/client";
import { lockFor } from "../../db/lock-for";
import { memberships, submissions, teams } from "../../db/schema";
import { appendLine } from "../audit-log/append-line";
import { benchmarkChanged } from "../benchmarks/benchmark-changed";
import type { ActContext } from "../context";
import { RungError } from "../errors";
import { wakeWaiting } from "../submissions/wake-waiting";

/**
 * Makes two teams (slugs) one, for good, with a reason for the log: people and submissions go to `into`, so that quotas add up; a
 * worker joins the ladders (the higher rung, the climbs added) before anything else is decided. First releases
 * stay spent, and nobody vouches for a team any more that took in one which nobody vouches for.
 * @throws RungError `not_found`; `bad_input` for a team and itself; `too_late` where one was merged before
 */
export async function mergeTeams({
  ctx,
  input,
}: {
  ctx: ActContext;
  input: { team: string; into: string; reason: string };
}): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { merged, kept } = await twoTeams(tx, input);
    const at = await mergeTime(tx, kept.id, ctx.now());
    await moveMembers(tx, merged.id, kept.id);
    const benchmarkIds = await moveSubmissions(tx, { from: merged.id, to: kept.id, at });
    await tx.update(teams).set({ mergedIntoId: kept.id, mergedAt: at }).where(eq(teams.id, merged.id));
    await tx.update(teams).set({ personal: false }).where(eq(teams.id, kept.id));
    await appendLine(tx, {
      kind: "merge",
      at,
      public: {
        team: merged.id,
        into: kept.id,
        reason: input.reason,
        by: ctx.viewer?.userId ?? null,
      },
    });
    if (kept.vouchedAt && !merged.vouchedAt) await endVouch(tx, kept.id, at);
    await ctx.queue.enqueue(tx, "join-ladders", { teamId: kept.id });
    for (const benchmarkId of benchmarkIds) {
      await wakeWaiting({ ctx, tx, team: { teamId: kept.id, benchmarkId } });
      await benchmarkChanged({ ctx, tx, benchmarkId });
    }
  });
}

async function endVouch(tx: Database, teamId: string, at: Date): Promise<void> {
  await tx.update(teams).set({ vouchedAt: null, vouchEndedAt: at }).where(eq(teams.id, teamId));
  const reason = "merged with a team that nobody vouches for";
  await appendLine(tx, { kind: "vouch", at, public: { team: teamId, vouched: false, reason, by: null } });
}

/** Both teams with their turns taken, in the order of their ids, so that nothing is submitted or released for either meanwhile. */
async function twoTeams(tx: Database, input: { team: string; into: string }) {
  const bySlug = () =>
    tx
      .select()
      .from(teams)
      .where(inArray(teams.slug, [input.team, input.into]));
  for (const { id } of (await bySlug()).sort((a, b) => (a.id < b.id ? -1 : 1))) await lockFor(tx, "team", id);
  const found = await bySlug();
  const [merged, kept] = [input.team, input.into].map((slug) => found.find((team) => team.slug === slug));
  if (!merged || !kept) {
    const missing = merged ? input.into : input.team;
    throw new RungError("not_found", `There is no team "${missing}".`, "See the teams on /admin/accounts.");
  }
  if (merged.id === kept.id) {
    throw new RungError("bad_input", "A team cannot be merged into itself.", "Name two teams.");
  }
  const gone = [merged, kept].find((team) => team.mergedIntoId !== null);
  if (gone) {
    throw new RungError("too_late", `The team "${gone.slug}" has already been merged into another.`, "");
  }
  return { merged, kept };
}

/**
 * Now, or just after the last merge into the same team: ladders are joined in the order of these times, and replaying the log
 * must lead to the same ladder.
 */
async function mergeTime(tx: Database, into: string, now: Date): Promise<Date> {
  const [last] = await tx
    .select({ at: max(teams.mergedAt) })
    .from(teams)
    .where(eq(teams.mergedIntoId, into));
  return new Date(Math.max(now.getTime(), (last?.at?.getTime() ?? 0) + 1));
}

async function moveMembers(tx: Database, from: string, to: string): Promise<void> {
  const left = await tx.delete(memberships).where(eq(memberships.teamId, from)).returning();
  if (left.length === 0) return;
  await tx
    .insert(memberships)
    .values(left.map((member) => ({ ...member, teamId: to })))
    .onConflictDoNothing();
}

/** Those waiting for approval are checked again, because their team may now have a rung. Returns their benchmarks. */
async function moveSubmissions(
  tx: Database,
  { from, to, at }: { from: string; to: string; at: Date },
): Promise<string[]> {
  const moved = await tx
    .update(submissions)
    .set({ teamId: to })
    .where(eq(submissions.teamId, from))
    .returning({ benchmarkId: submissions.benchmarkId });
  const waited = await tx
    .update(submissions)
    .set({ state: "evaluating", checkedAgainAt: at })
    .where(and(eq(submissions.teamId, to), eq(submissions.state, "awaiting-approval")))
    .returning({ benchmarkId: submissions.benchmarkId });
  return [...new Set([...moved, ...waited].map(({ benchmarkId }) => benchmarkId))];
}
