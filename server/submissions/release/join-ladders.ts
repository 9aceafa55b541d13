import { and, asc, eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { ladders, pools, teams } from "../../../db/schema";
import type { Context } from "../../context";
import { mergeLadders } from "../../release/merge-ladders";
import { lockTeam } from "../lock-team";

/**
 * Joins to a team's ladders those of the teams merged into it, in the order of the merges; if the team has itself been merged, to
 * those of the team it is now. The role that merges teams may not see ladders, so a worker does this, before any step that
 * follows the merge. Called again, it finds nothing to do.
 */
export async function joinLadders({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db" | "now">;
  input: { teamId: string };
}): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const teamId = await lockTeam(tx, input.teamId);
    await joinInto(tx, teamId, ctx.now());
  });
}

async function joinInto(tx: Database, teamId: string, at: Date): Promise<void> {
  const merged = await tx
    .select({ id: teams.id })
    .from(teams)
    .where(eq(teams.mergedIntoId, teamId))
    .orderBy(asc(teams.mergedAt));
  for (const { id } of merged) {
    await joinInto(tx, id, at);
    for (const { ladder, policy } of await laddersOf(tx, id))
      await joinOne(tx, { ladder, policy, teamId, at });
  }
}

function laddersOf(tx: Database, teamId: string) {
  return tx
    .select({ ladder: ladders, policy: pools.policy })
    .from(ladders)
    .innerJoin(pools, eq(pools.id, ladders.poolId))
    .where(and(eq(ladders.teamId, teamId), eq(ladders.scope, "team")));
}

async function joinOne(
  tx: Database,
  given: Awaited<ReturnType<typeof laddersOf>>[number] & { teamId: string; at: Date },
): Promise<void> {
  const { ladder, policy, teamId, at } = given;
  const own = (await laddersOf(tx, teamId)).find((one) => one.ladder.poolId === ladder.poolId)?.ladder;
  if (!own) {
    await tx.update(ladders).set({ teamId, updatedAt: at }).where(eq(ladders.id, ladder.id));
    return;
  }
  const { state, baseline, baselineSubmissionId } = mergeLadders({ policy, kept: own, merged: ladder });
  await tx
    .update(ladders)
    .set({ state, baseline, baselineSubmissionId, updatedAt: at })
    .where(eq(ladders.id, own.id));
  await tx.delete(ladders).where(eq(ladders.id, ladder.id));
}
