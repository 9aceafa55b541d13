import { and, count, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { benchmarks, firstReleases, ladders, pools, submissions, teams } from "../../../db/schema";
import { biasOfTeams } from "../../release/bias-of-teams";
import { numbersBeside } from "../../test-sets/numbers-beside";

/**
 * Whether a team's score must wait for a maintainer: it has no rung on the pool, and either the pool's budget of first releases is
 * spent, or nobody vouches for the team and with it the teams that nobody vouches for could reach more than the pool's `teamBias`.
 * First releases stay counted, of merged teams too. The pool's turn must be taken. `images` are those of the primary guarded part.
 */
export async function mustBeApproved(
  tx: Database,
  given: { poolId: string; teamId: string; images: number },
): Promise<boolean> {
  const { poolId, teamId, images } = given;
  const [own] = await tx
    .select({ state: ladders.state })
    .from(ladders)
    .where(and(eq(ladders.poolId, poolId), eq(ladders.scope, "team"), eq(ladders.teamId, teamId)));
  if (own?.state.rung) return false;
  const [pool] = await tx
    .select({
      id: pools.id,
      benchmarkId: pools.benchmarkId,
      policy: pools.policy,
      firstReleaseBudget: pools.firstReleaseBudget,
      teamBias: pools.teamBias,
      lifetime: sql<number>`coalesce(${benchmarks.lifetime}, ${pools.lifetime})`,
    })
    .from(pools)
    .innerJoin(benchmarks, eq(benchmarks.id, pools.benchmarkId))
    .where(eq(pools.id, poolId));
  const [made] = await tx
    .select({
      all: count(),
      unvouched: sql<number>`(count(*) filter (where ${isNull(teams.vouchedAt)}))::int`,
    })
    .from(firstReleases)
    .innerJoin(submissions, eq(submissions.id, firstReleases.submissionId))
    .innerJoin(teams, eq(teams.id, submissions.teamId))
    .where(eq(firstReleases.poolId, poolId));
  if (!pool || !made) return true;
  if (made.all >= pool.firstReleaseBudget) return true;
  const [team] = await tx.select({ vouchedAt: teams.vouchedAt }).from(teams).where(eq(teams.id, teamId));
  if (team?.vouchedAt) return false;
  const beside = await numbersBeside(tx, pool);
  const bias = biasOfTeams({ ...pool, images, beside, teams: made.unvouched + 1 });
  return bias !== null && bias > pool.teamBias;
}
