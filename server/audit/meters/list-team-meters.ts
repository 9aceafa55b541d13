import { and, desc, eq, sql } from "drizzle-orm";
import { benchmarks, ladders, pools, teams } from "../../../db/schema";
import type { AuditorContext } from "../../context";
import { RungError } from "../../errors";
import { cursorOf, readCursor } from "../../page-cursor";
import type { TeamMeter } from "./meter-schema";

const dayMs = 24 * 3600 * 1000;

/** What each team has used of a pool's quota and climbs, the most recently decided first. Throws `not_found`. */
export async function listTeamMeters({
  ctx,
  input,
}: {
  ctx: AuditorContext;
  input: { pool: string; after?: string | undefined; most?: number };
}): Promise<{ rows: TeamMeter[]; next: string | null }> {
  const most = input.most ?? 50;
  const after = readCursor(input.after, ["time", "id"]);
  const [pool] = await ctx.db
    .select({ lifetime: sql<number>`coalesce(${benchmarks.lifetime}, ${pools.lifetime})` })
    .from(pools)
    .innerJoin(benchmarks, eq(benchmarks.id, pools.benchmarkId))
    .where(eq(pools.id, input.pool));
  if (!pool) throw new RungError("not_found", "There is no such pool.", "Choose one on /audit.");
  const counted = sql`select count(*)::int from submissions s where s.team_id = ${ladders.teamId}
    and s.benchmark_id = (select benchmark_id from pools where id = ${ladders.poolId})
    and s.kind = 'entry' and s.state not in ('refused', 'withdrawn', 'failed')`;
  const yesterday = new Date(ctx.now().getTime() - dayMs).toISOString();
  const rows = await ctx.db
    .select({
      ladder: { state: ladders.state, updatedAt: ladders.updatedAt, teamId: ladders.teamId },
      team: teams.slug,
      used: sql<number>`(${counted})`,
      usedToday: sql<number>`(${counted} and s.submitted_at > ${yesterday})`,
    })
    .from(ladders)
    .innerJoin(teams, eq(teams.id, ladders.teamId))
    .where(
      and(
        eq(ladders.poolId, input.pool),
        eq(ladders.scope, "team"),
        after
          ? sql`(${ladders.updatedAt}, ${ladders.teamId}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(ladders.updatedAt), desc(ladders.teamId))
    .limit(most);
  const last = rows.at(-1)?.ladder;
  return {
    rows: rows.map(({ ladder, ...row }) => ({
      ...row,
      lifetime: pool.lifetime,
      climbs: ladder.state.climbs,
      closed: ladder.state.closed,
      rung: ladder.state.rung && `${ladder.state.rung.numerator}/${ladder.state.rung.denominator}`,
      lastDecidedAt: ladder.updatedAt.toISOString(),
    })),
    next: last && rows.length === most ? cursorOf(last.updatedAt.toISOString(), last.teamId!) : null,
  };
}
