import { asc, eq } from "drizzle-orm";
import { pools } from "../../../db/schema";
import { benchmarkBySlug } from "../../benchmarks/benchmark-by-slug";
import type { ResearcherContext } from "../../context";
import { climbLimit } from "../../release/climb-limit";
import { climbTable } from "../../release/climb-table";
import { evaluableVersions } from "../../test-sets/evaluable-versions";
import type { Quota } from "../submission-schema";
import { countedSubmissions } from "./counted-submissions";
import { lifetimeOf } from "./lifetime-of";
import { quotaRule } from "./quota-rule";
import { refuseSubmission } from "./refuse-submission";
import { standingOf } from "./standing-of";

/** What the viewer's team has left on a benchmark: quota, climbs of its ladder, and the rung it stands on (a fraction). */
export async function quotaOf({
  ctx,
  input,
}: {
  ctx: ResearcherContext;
  input: { benchmark: string };
}): Promise<Quota> {
  const benchmark = await benchmarkBySlug(ctx.db, input.benchmark);
  const team = { teamId: ctx.viewer.teamId, benchmarkId: benchmark.id };
  const lifetime = await lifetimeOf(ctx.db, benchmark);
  const spentAt = await countedSubmissions(ctx.db, team, { underway: true });
  const rule = quotaRule({ spentAt, perDay: benchmark.perDay, lifetime, now: ctx.now() });
  const [pool] = await ctx.db
    .select()
    .from(pools)
    .where(eq(pools.benchmarkId, benchmark.id))
    .orderBy(asc(pools.createdAt));
  const versions = await evaluableVersions(ctx.db, benchmark.id);
  const primary = versions.find((version) => version.primary);
  const { climbs, rung } = primary
    ? await standingOf(ctx.db, { ...team, testSetId: primary.testSet.id })
    : { climbs: 0, rung: null };
  const refused = await refuseSubmission({ tx: ctx.db, ctx, benchmark, asks: true });
  const limit = pool ? climbLimit(pool.policy) : Number.POSITIVE_INFINITY;
  return {
    benchmark: benchmark.slug,
    perDay: benchmark.perDay,
    usedToday: rule.usedToday,
    lifetime,
    used: rule.used,
    nextAllowedAt: rule.nextAllowedAt?.toISOString() ?? null,
    refused: refused && {
      message: refused.error.message,
      hint: refused.error.hint,
      until: refused.until?.toISOString() ?? null,
    },
    climbsLeft: Number.isFinite(limit) ? Math.max(0, limit - climbs) : null,
    chances: primary?.pool ? climbTable(primary.pool.policy, primary.version.images) : null,
    rung,
  };
}
